import { request } from 'node:http';
import { Api, bodyOf } from './support/api.js';

describe('documents', () => {
  let api: Api;
  let token: string;

  beforeAll(async () => {
    api = await Api.start({
      SLUICE_UPLOAD_FILE_BYTES: '100000',
      SLUICE_UPLOAD_REQUEST_BYTES: '3000000',
      SLUICE_UPLOAD_FILES: '5',
    });
    token = await api.token();
  });
  afterAll(() => api.stop());

  const total = async () =>
    (await api.graphql('{ documents { totalCount } }', {}, token)).data.documents.totalCount;
  const send = (headers: Record<string, string>, body: string) =>
    fetch(`${api.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body,
    });
  const multipart = { 'content-type': 'multipart/form-data; boundary=XX' };
  const part = (name: string, disposition: string, content: string) =>
    `--XX\r\nContent-Disposition: form-data; name="${name}"${disposition}\r\n\r\n${content}\r\n`;

  it('come in under their Unicode names, into a collection', async () => {
    const created = await api.graphql(
      'mutation { createCollection(input: { name: "Akten" }) { collection { id documentCount } problems { code } } }',
      {},
      token,
    );
    const { id } = created.data.createCollection.collection;
    const response = await api.upload(
      token,
      { 'Übersicht – 2024.txt': 'Grüße', '../../報告.md': '# 報告' },
      id,
    );
    expect(response.status).toBe(201);
    expect(await bodyOf(response)).toEqual({
      documents: [
        { id: expect.any(String), name: 'Übersicht – 2024.txt', status: 'UPLOADED', error: null },
        { id: expect.any(String), name: '報告.md', status: 'UPLOADED', error: null },
      ],
    });
    const { data } = await api.graphql(
      'query ($id: ID!) { documents(collectionId: $id) { nodes { name byteCount status collectionId blocks { text } } } collections { nodes { name documentCount } } }',
      { id },
      token,
    );
    // They may come in within the same moment, and then their order is nobody's.
    const byName = new Map(data.documents.nodes.map((node: { readonly name: string }) => [node.name, node]));
    const both = { status: 'UPLOADED', collectionId: id, blocks: [] };
    expect(byName.get('報告.md')).toMatchObject({ byteCount: 8, ...both });
    expect(byName.get('Übersicht – 2024.txt')).toMatchObject({ byteCount: 7, ...both });
    expect(byName.size).toBe(2);
    expect(data.collections.nodes).toEqual([{ name: 'Akten', documentCount: 2 }]);
  });

  it('come into the collection also when its field follows the files', async () => {
    const created = await api.graphql(
      'mutation { createCollection(input: { name: "Later" }) { collection { id } } }',
      {},
      token,
    );
    const { id } = created.data.createCollection.collection;
    const body = `${part('files', '; filename="a.txt"', 'a')}${part('collectionId', '', id)}--XX--\r\n`;
    expect((await send(multipart, body)).status).toBe(201);
    const { data } = await api.graphql(
      'query ($id: ID!) { documents(collectionId: $id) { totalCount } }',
      { id },
      token,
    );
    expect(data.documents.totalCount).toBe(1);
  });

  it('go out as they came in, as a download nothing runs in', async () => {
    const bytes = new Uint8Array(90_000).map((_, index) => index % 251);
    const [document] = (await bodyOf(api.upload(token, { 'Ä "x".html': bytes }))).documents;
    const response = await fetch(`${api.url}/api/v1/documents/${document.id}/content`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="_ _x_.html"/),
      'content-length': '90000',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  it('are deleted once', async () => {
    const [document] = (await bodyOf(api.upload(token, { 'gone.txt': 'x' }))).documents;
    const remove = () =>
      api.graphql(
        'mutation ($id: ID!) { deleteDocument(id: $id) { deletedId } }',
        { id: document.id },
        token,
      );
    expect((await remove()).data.deleteDocument.deletedId).toBe(document.id);
    expect((await remove()).codes).toEqual(['NOT_FOUND']);
  });

  it('above the size of a file are refused one by one', async () => {
    const before = await total();
    const response = await api.upload(token, { 'small.txt': 'x', 'big.bin': new Uint8Array(100_001) });
    expect([response.status, await bodyOf(response)]).toEqual([
      201,
      {
        documents: [
          { id: expect.any(String), name: 'small.txt', status: 'UPLOADED', error: null },
          {
            id: null,
            name: 'big.bin',
            status: 'FAILED',
            error: { code: 'DOCUMENT_TOO_LARGE', message: expect.any(String) },
          },
        ],
      },
    ]);
    const alone = await api.upload(token, { 'big.bin': new Uint8Array(100_001) });
    expect([alone.status, alone.headers.get('content-type'), (await bodyOf(alone)).code]).toEqual([
      413,
      expect.stringContaining('application/problem+json'),
      'DOCUMENT_TOO_LARGE',
    ]);
    expect(await total()).toBe(before + 1);
  });

  it('far too large do not keep those behind them out', async () => {
    const response = await api.upload(token, {
      'before.txt': 'before',
      'huge.bin': new Uint8Array(2_000_000),
      'behind.txt': 'behind',
    });
    const { documents } = await bodyOf(response);
    expect([
      response.status,
      documents.map(({ name, status }: Record<string, string>) => `${name} ${status}`),
    ]).toEqual([201, ['before.txt UPLOADED', 'huge.bin FAILED', 'behind.txt UPLOADED']]);
  });

  it('above the size of a request are refused unread', async () => {
    const before = await total();
    const answer = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const outgoing = request(`${api.url}/api/v1/uploads`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, ...multipart, 'content-length': '5000000000' },
      });
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        let body = '';
        response.on('data', (chunk) => (body += String(chunk)));
        response.on('end', () => {
          outgoing.destroy();
          resolve({ status: response.statusCode, body });
        });
      });
      outgoing.write(part('files', '; filename="huge.bin"', 'x'.repeat(1000)));
    });
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
    expect(await total()).toBe(before);
  });

  it('more than allowed in one request leave nothing behind', async () => {
    const before = await total();
    const files = Object.fromEntries([1, 2, 3, 4, 5, 6].map((number) => [`${number}.txt`, 'x']));
    const response = await api.upload(token, files);
    expect([response.status, (await bodyOf(response)).code]).toEqual([400, 'BAD_INPUT']);
    expect(await total()).toBe(before);
  });

  it.each([
    ['no files', { ...multipart }, `${part('other', '', 'x')}--XX--\r\n`, 400],
    [
      'files in another field',
      { ...multipart },
      `${part('stuff', '; filename="a.txt"', 'x')}--XX--\r\n`,
      400,
    ],
    ['a body that ends too early', { ...multipart }, part('files', '; filename="a.txt"', 'x'), 400],
    ['no boundary', { 'content-type': 'multipart/form-data' }, 'x', 400],
    ['something else', { 'content-type': 'application/json' }, '{}', 415],
    [
      'a collection that is no id',
      { ...multipart },
      `${part('collectionId', '', 'x')}${part('files', '; filename="a.txt"', 'x')}--XX--\r\n`,
      404,
    ],
  ])('with %s are refused', async (_, headers, body, status) => {
    const before = await total();
    const response = await send(headers, body);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      expect.stringContaining('problem+json'),
    ]);
    expect(await total()).toBe(before);
  });
});
