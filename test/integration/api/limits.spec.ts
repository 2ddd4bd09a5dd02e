import { gzipSync } from 'node:zlib';
import { Api, SECRET } from './support/api.js';

describe('what is refused, clearly and before it costs anything', () => {
  let api: Api;
  let token: string;

  beforeAll(async () => {
    api = await Api.start({ SLUICE_QUERY_COST: '2000' });
    token = await api.token();
  });
  afterAll(() => api.stop());

  const refusal = async (query: string) => {
    const { status, codes } = await api.graphql(query, {}, token);
    return [status, ...codes];
  };
  const sent = async (body: string | Uint8Array, headers: Record<string, string> = {}) => {
    const { status, codes } = await api.post(body, token, headers);
    return [status, ...codes];
  };

  it('a body above 1 MiB, also one that unpacks to that', async () => {
    const body = JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(1_100_000) } });
    expect(await sent(body)).toEqual([413, 'BAD_INPUT']);
    expect(await sent(gzipSync(body), { 'content-encoding': 'gzip' })).toEqual([413, 'BAD_INPUT']);
  });

  it.each([
    ['no JSON', '{"query": ', {}, 400],
    ['a bare string', '"{ me { id } }"', {}, 400],
    ['a list of operations', '[{"query":"{ me { id } }"},{"query":"{ me { id } }"}]', {}, 400],
    ['no query', '{}', {}, 400],
    ['another content type', '{"query":"{ me { id } }"}', { 'content-type': 'text/plain' }, 415],
    ['a form', 'query={me{id}}', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [
      'another character set',
      '{"query":"{ me { id } }"}',
      { 'content-type': 'application/json; charset=latin-9' },
      415,
    ],
    ['another encoding', '{"query":"{ me { id } }"}', { 'content-encoding': 'rot13' }, 415],
    [
      'bytes that are no UTF-8',
      Buffer.from('{"query":"{ me { id } }","variables":{"x":"\xff"}}', 'latin1'),
      {},
      400,
    ],
    ['broken gzip', 'not gzip', { 'content-encoding': 'gzip' }, 400],
    ['variables that are no object', '{"query":"{ me { id } }","variables":"x"}', {}, 400],
  ])('%s', async (_, body, headers, status) => {
    expect(await sent(body, headers)).toEqual([status, 'BAD_INPUT']);
  });

  it('anything but POST', async () => {
    const response = await fetch(`${api.url}/graphql?query={me{id}}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('a query that is too deep', async () => {
    const deep = `{ __type(name: "Query") { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } }`;
    expect(await refusal(deep)).toEqual(expect.arrayContaining([400, 'BAD_INPUT']));
  });

  it('too many aliases', async () => {
    const aliases = Array.from({ length: 40 }, (_, index) => `a${index}: me { id }`).join(' ');
    expect(await refusal(`{ ${aliases} }`)).toEqual([400, 'BAD_INPUT']);
  });

  it('too many tokens', async () => {
    expect(await refusal(`{ me { ${'id '.repeat(5_000)} } }`)).toEqual([400, 'BAD_INPUT']);
  });

  it('fragments that use each other', async () => {
    expect(await refusal('{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }')).toEqual(
      expect.arrayContaining([400, 'BAD_INPUT']),
    );
  });

  it('too many fields in all, and a page above 100', async () => {
    expect(await refusal('{ executions(first: 100) { nodes { id steps { path } } } }')).toEqual([
      400,
      'BAD_INPUT',
    ]);
    expect(await refusal('{ workflows(first: 101) { totalCount } }')).toEqual([400, 'BAD_INPUT']);
    expect(await refusal('{ workflows(first: -1) { totalCount } }')).toEqual([400, 'BAD_INPUT']);
  });

  it('a definition that is nested too deep, as a variable and in the query, with its place', async () => {
    const deep = `${'['.repeat(1_000)}${']'.repeat(1_000)}`;
    const asked = 'validateDefinition(definition: $d) { valid problems { code path } }';
    const variable = await api.post(
      `{"query":"query ($d: JSON!) { ${asked} }","variables":{"d":${deep}}}`,
      token,
    );
    const tooDeep = { code: 'TOO_DEEP', path: '/0'.repeat(32) };
    const refused = { valid: false, problems: expect.arrayContaining([tooDeep]) as unknown };
    expect(variable.data.validateDefinition).toMatchObject(refused);
    const inQuery = await api.graphql(`{ ${asked.replace('$d', deep)} }`, {}, token);
    expect(inQuery.data.validateDefinition).toMatchObject(refused);
  });

  it('text that cannot be stored', async () => {
    const { codes } = await api.graphql(
      'mutation ($input: CreateWorkflowInput!) { createWorkflow(input: $input) { problems { code } } }',
      {
        input: {
          name: 'Nul',
          description: 'a\u0000b',
          definition: { schemaVersion: 1, steps: [{ id: 'a', type: 'parallel' }] },
        },
      },
      token,
    );
    expect(codes).toEqual(['BAD_INPUT']);
  });

  it('a missing operation, an unknown field and a wrong variable', async () => {
    expect(await refusal('query A { me { id } } query B { me { id } }')).toEqual([400, 'BAD_INPUT']);
    expect(await refusal('{ me { passwordHash } }')).toEqual([400, 'BAD_INPUT']);
    expect(
      (await api.graphql('query ($n: Int) { workflows(first: $n) { totalCount } }', { n: 'many' }, token))
        .status,
    ).toBe(400);
  });

  it('more requests than a user may send, with the time to wait', async () => {
    const slow = await Api.start({
      SLUICE_REQUESTS_PER_MINUTE: '5',
      SLUICE_ANONYMOUS_REQUESTS_PER_MINUTE: '4',
    });
    try {
      const own = await slow.token();
      const answers = [];
      for (let count = 0; count < 6; count += 1) answers.push(await slow.graphql('{ me { id } }', {}, own));
      const last = answers.at(-1);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
      expect([last?.codes, Number(last?.headers.get('retry-after')) > 0]).toEqual([['RATE_LIMITED'], true]);
      const problem = await fetch(`${slow.url}/api/v1/documents/x/content`, {
        headers: { authorization: `Bearer ${own}` },
      });
      expect([problem.status, problem.headers.get('content-type')]).toEqual([
        429,
        expect.stringContaining('application/problem+json'),
      ]);
    } finally {
      await slow.stop();
    }
  });

  it('introspection, in production', async () => {
    const production = await Api.start({ NODE_ENV: 'production', SLUICE_SECRET: SECRET });
    try {
      const own = await production.token();
      const answer = await production.graphql('{ __schema { types { name } } }', {}, own);
      expect([answer.status, answer.codes[0]]).toEqual([400, 'BAD_INPUT']);
      const typo = await production.graphql('{ me { idd } }', {}, own);
      expect(typo.errors[0]?.message).not.toContain('Did you mean');
    } finally {
      await production.stop();
    }
  });
});
