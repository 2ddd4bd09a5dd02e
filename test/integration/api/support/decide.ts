import type { Api } from './api.js';

const TYPES: Readonly<Record<string, string>> = {
  ...{ path: 'String!', configuration: 'JSON', output: 'JSON', approved: 'Boolean!', comment: 'String' },
  ...{ name: 'String!', payload: 'JSON', value: 'JSON', scopePath: 'String' },
};

const PAYLOAD = '{ execution { status } problems { code path stepId message field } }';

/** Asks something of an execution: calls the mutation of that name with its arguments written out. */
export async function decide(
  api: Api,
  token: string,
  name: string,
  id: string,
  args: Readonly<Record<string, unknown>> = {},
) {
  const names = Object.keys(args);
  const declared = ['$id: ID!', ...names.map((one) => `$${one}: ${TYPES[one]}`)].join(', ');
  const passed = ['id: $id', ...names.map((one) => `${one}: $${one}`)].join(', ');
  const answer = await api.graphql(
    `mutation (${declared}) { ${name}(${passed}) ${PAYLOAD} }`,
    { id, ...args },
    token,
  );
  if (answer.data === null) throw new Error(JSON.stringify(answer.errors));
  return answer.data[name];
}
