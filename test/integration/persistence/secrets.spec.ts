import { randomBytes } from 'node:crypto';
import { PostgresSecretStore, Secret, SecretCipher, SecretsRepository } from '#persistence';
import { createDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertUser } from './support/fixtures.js';

jest.setTimeout(60_000);

describe('the store of secrets', () => {
  const cipher = new SecretCipher(randomBytes(32).toString('base64'));
  let database: TestDatabase;
  let secrets: SecretsRepository;
  let store: PostgresSecretStore;
  let ann: string;
  let ben: string;

  beforeEach(async () => {
    database = await createDatabase();
    secrets = new SecretsRepository(database.dataSource);
    store = new PostgresSecretStore(secrets, cipher);
    ann = await insertUser(database.dataSource);
    ben = await insertUser(database.dataSource);
  });
  afterEach(() => database.drop());

  const keep = (ownerId: string, name: string, value: string) =>
    secrets.insert(ownerId, name, content(ownerId, name, value));
  const content = (ownerId: string, name: string, value: string) => ({
    header: 'x-api-key',
    hosts: ['api.example.org', 'api.example.org:8443'],
    ciphertext: cipher.seal(value, { ownerId, name }),
  });

  it('opens a secret for its owner, by name, for the hosts it is for and no others', async () => {
    await keep(ann, 'orders', 'value of Ann');
    expect(await store.headersFor(ann, 'orders', 'api.example.org')).toEqual({ 'x-api-key': 'value of Ann' });
    expect(await store.headersFor(ann, 'orders', 'api.example.org:8443')).not.toBeNull();
    expect(await store.headersFor(ann, 'orders', 'api.example.org:9')).toBeNull();
    expect(await store.headersFor(ann, 'orders', 'example.org')).toBeNull();
    expect(await store.headersFor(ann, 'other', 'api.example.org')).toBeNull();
    expect(await store.headersFor(ben, 'orders', 'api.example.org')).toBeNull();
  });

  it('keeps one of a name for each person', async () => {
    expect(await keep(ann, 'orders', 'value of Ann')).not.toBeNull();
    expect(await keep(ann, 'orders', 'another one')).toBeNull();
    expect(await keep(ben, 'orders', 'value of Ben')).not.toBeNull();
    expect(await store.headersFor(ben, 'orders', 'api.example.org')).toEqual({ 'x-api-key': 'value of Ben' });
  });

  it('gives nobody the ciphertext that does not ask for it', async () => {
    const kept = await keep(ann, 'orders', 'value of Ann');
    const { items } = await secrets.list(ann, { first: 10, after: null });
    for (const secret of [kept, items[0]?.row]) expect(secret).not.toHaveProperty('ciphertext');
  });

  it('shows, replaces and deletes only what is the owner’s', async () => {
    const { id } = (await keep(ann, 'orders', 'value of Ann')) as Secret;
    expect(await secrets.find(ben, id)).toBeNull();
    expect(await secrets.replace(ben, id, content(ben, 'orders', 'value of Ben'))).toBeNull();
    expect(await secrets.delete(ben, id)).toBe(false);
    expect((await secrets.list(ben, { first: 10, after: null })).total).toBe(0);
    expect(await store.headersFor(ann, 'orders', 'api.example.org')).toEqual({ 'x-api-key': 'value of Ann' });

    await secrets.replace(ann, id, content(ann, 'orders', 'a newer value'));
    expect(await store.headersFor(ann, 'orders', 'api.example.org')).toEqual({
      'x-api-key': 'a newer value',
    });
    expect(await secrets.delete(ann, id)).toBe(true);
    expect(await store.headersFor(ann, 'orders', 'api.example.org')).toBeNull();
  });

  it('does not open what was moved to another person or name, or stored with another key', async () => {
    const { id } = (await keep(ann, 'orders', 'value of Ann')) as Secret;
    const unreadable = { code: 'SECRET_UNREADABLE', retryable: false };
    const other = new SecretCipher(randomBytes(32).toString('base64'));
    const stranger = new PostgresSecretStore(secrets, other);
    await expect(stranger.headersFor(ann, 'orders', 'api.example.org')).rejects.toMatchObject(unreadable);

    const rows = database.dataSource.getRepository(Secret);
    await rows.update({ id }, { name: 'renamed' });
    await expect(store.headersFor(ann, 'renamed', 'api.example.org')).rejects.toMatchObject(unreadable);
    await rows.update({ id }, { name: 'orders', userId: ben });
    await expect(store.headersFor(ben, 'orders', 'api.example.org')).rejects.toMatchObject(unreadable);
  });
});
