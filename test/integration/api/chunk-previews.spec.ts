import { Api } from './support/api.js';

const HANDBOOK = '# Leave\n\nEmployees get 25 days. After five years 28.\n\n# Travel\n\nTrains come first.';

describe('a preview of chunks', () => {
  let api: Api;
  let token: string;
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    api = await Api.start();
    token = await api.token();
    await api.upload(token, { 'handbook.md': HANDBOOK, 'broken.pdf': '%PDF-1.4 broken' });
    const { data } = await api.graphql('{ documents { nodes { id name } } }', {}, token);
    const nodes = data.documents.nodes as readonly { readonly id: string; readonly name: string }[];
    ids = new Map(nodes.map(({ id, name }) => [name, id]));
  });
  afterAll(() => api.stop());

  const preview = (name: string, variables: object = {}, as = token) =>
    api.graphql(
      `query ($id: ID!, $configuration: JSON, $first: Int) {
        previewChunks(documentId: $id, configuration: $configuration, first: $first) {
          error { code } chunkCount tokenCount fewestTokens mostTokens
          chunks { ordinal text start end page headingPath tokenCount }
        }
      }`,
      { id: ids.get(name), ...variables },
      as,
    );

  it('gives the first chunks with their places, and totals of all', async () => {
    const { data } = await preview('handbook.md', { first: 1 });
    const text = 'Leave\n\nEmployees get 25 days. After five years 28.';

    expect(data.previewChunks).toEqual({
      error: null,
      chunkCount: 2,
      tokenCount: expect.any(Number),
      fewestTokens: expect.any(Number),
      mostTokens: expect.any(Number),
      chunks: [
        {
          ...{ ordinal: 0, text, start: 0, end: text.length, page: null, headingPath: ['Leave'] },
          tokenCount: data.previewChunks.mostTokens,
        },
      ],
    });
    const { tokenCount, fewestTokens, mostTokens } = data.previewChunks;
    expect(fewestTokens + mostTokens).toBe(tokenCount);
  });

  it('cuts as the settings say', async () => {
    const { data } = await preview('handbook.md', { configuration: { strategy: 'sentences', overlap: 0 } });

    expect(data.previewChunks.chunkCount).toBe(3);
  });

  it.each([
    [{ size: 1 }, '/configuration/size'],
    [{ size: 20, overlap: 30 }, '/configuration/overlap'],
    [{ colour: 'red' }, '/configuration/colour'],
    [{ size: '{{ input.size }}' }, '/configuration'],
  ])('refuses %j and says where', async (configuration, path) => {
    const { errors } = await preview('handbook.md', { configuration });

    expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_INPUT', path }]);
  });

  it('says why a document cannot be read', async () => {
    const { data } = await preview('broken.pdf');

    expect(data.previewChunks).toMatchObject({
      error: { code: 'DOCUMENT_BROKEN' },
      chunkCount: 0,
      chunks: [],
    });
  });

  it("knows nothing of somebody else's document", async () => {
    const { codes } = await preview('handbook.md', {}, await api.stranger());

    expect(codes).toEqual(['NOT_FOUND']);
  });
});
