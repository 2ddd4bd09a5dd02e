import { PostgresSecretStore, SecretCipher, SecretsRepository } from '#persistence';
import { Api, SECRET_KEY } from './support/api.js';

const CREATE = `mutation ($input: CreateSecretInput!) { createSecret(input: $input) {
  secret { id name header hosts } problems { code path } } }`;
const REPLACE = `mutation ($id: ID!, $input: ReplaceSecretInput!) { replaceSecret(id: $id, input: $input) {
  secret { id name header hosts } problems { code path } } }`;
const DELETE = `mutation ($id: ID!) { deleteSecret(id: $id) { deletedId } }`;
const LIST = '{ secrets { totalCount nodes { id name header hosts createdAt updatedAt } } }';

describe('secrets', () => {
  let api: Api;
  let owner: string;
  let stranger: string;
  beforeAll(async () => {
    api = await Api.start();
    owner = await api.token();
    stranger = await api.stranger();
  });
  afterAll(() => api.stop());

  const orders = {
    name: 'orders',
    value: ' Bearer 12345678\n',
    hosts: ['API.example.org', 'api.example.org'],
  };
  const create = async (input: object, token = owner) => api.graphql(CREATE, { input }, token);
  const listed = async (token: string) => (await api.graphql(LIST, {}, token)).data.secrets;
  /** As a step of the person gets it. */
  const opened = async (token: string, name: string, host = 'api.example.org') => {
    const id = (await api.graphql('{ me { id } }', {}, token)).data.me.id as string;
    const store = new PostgresSecretStore(api.app.get(SecretsRepository), new SecretCipher(SECRET_KEY));
    return store.headersFor(id, name, host);
  };

  it('are stored, listed without their values, replaced and deleted', async () => {
    const { secret } = (await create(orders)).data.createSecret;
    expect(secret).toEqual({
      id: expect.any(String) as string,
      name: 'orders',
      header: 'authorization',
      hosts: ['api.example.org'],
    });
    expect(await opened(owner, 'orders')).toEqual({ authorization: 'Bearer 12345678' });
    expect(await listed(owner)).toMatchObject({ totalCount: 1, nodes: [{ name: 'orders' }] });

    const input = { header: 'X-Api-Key', value: 'a newer value', hosts: ['api.example.org:8443'] };
    const replaced = await api.graphql(REPLACE, { id: secret.id, input }, owner);
    expect(replaced.data.replaceSecret.secret).toMatchObject({ name: 'orders', header: 'x-api-key' });
    expect(await opened(owner, 'orders')).toBeNull();
    expect(await opened(owner, 'orders', 'api.example.org:8443')).toEqual({ 'x-api-key': 'a newer value' });

    expect((await api.graphql(DELETE, { id: secret.id }, owner)).data.deleteSecret.deletedId).toBe(secret.id);
    expect((await api.graphql(DELETE, { id: secret.id }, owner)).codes).toEqual(['NOT_FOUND']);
    expect(await listed(owner)).toEqual({ totalCount: 0, nodes: [] });
  });

  it('of another person are not to be seen', async () => {
    await create({ ...orders, name: 'mine' });
    expect(await listed(stranger)).toEqual({ totalCount: 0, nodes: [] });
    expect((await create({ ...orders, name: 'mine' }, stranger)).data.createSecret.problems).toEqual([]);
  });

  it('have names of their own', async () => {
    await create({ ...orders, name: 'twice' });
    expect((await create({ ...orders, name: 'twice' })).data.createSecret).toEqual({
      secret: null,
      problems: [{ code: 'NAME_TAKEN', path: '/name' }],
    });
  });

  it('are for hosts, not for addresses', async () => {
    const { data } = await create({
      ...orders,
      name: 'far',
      hosts: ['api.example.org', 'https://example.org/a'],
    });
    expect(data.createSecret).toEqual({
      secret: null,
      problems: [{ code: 'BAD_INPUT', path: '/hosts/1' }],
    });
  });

  it.each([
    ['a name of two words', { name: 'two words' }, '/name'],
    ['a header that the client writes itself', { header: 'Host' }, '/header'],
    ['a header that is none', { header: 'no header' }, '/header'],
    ['a short value', { value: 'short' }, '/value'],
    ['a value of two lines', { value: 'one line\nand another' }, '/value'],
    ['a value that is too long', { value: 'x'.repeat(4_097) }, '/value'],
    ['no host', { hosts: [] }, '/hosts'],
    ['too many hosts', { hosts: Array(21).fill('example.org') }, '/hosts'],
  ])('are refused with %s, without repeating it', async (_, wrong, path) => {
    const { codes, errors } = await create({ ...orders, ...wrong });
    expect(codes).toEqual(['BAD_INPUT']);
    expect(errors[0]?.extensions['path']).toBe(path);
    for (const value of Object.values(wrong).filter((one) => typeof one === 'string'))
      expect(JSON.stringify(errors)).not.toContain(`"${value}"`);
  });

  it('have no field that gives their value', async () => {
    const { codes } = await api.graphql('{ secrets { nodes { value } } }', {}, owner);
    expect(codes).toEqual(['BAD_INPUT']);
  });
});
