import type { DataSource } from 'typeorm';
import { Workflow, WorkflowVersion } from '#persistence';
import { createDatabase } from './support/database.js';
import type { TestDatabase } from './support/database.js';
import { insertExecution, insertUser } from './support/fixtures.js';

jest.setTimeout(60_000);

const STEP = { id: 'a', type: 'search' };
const GOOD = { schemaVersion: 1, steps: [STEP], connections: [], inputs: {}, variables: {}, metadata: {} };
const connection = { id: 'c', sourceStep: 'a', targetStep: 'b' };

describe('what the database refuses', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let userId: string;
  beforeAll(async () => {
    database = await createDatabase();
    dataSource = database.dataSource;
    userId = await insertUser(dataSource);
  });
  afterAll(() => database.drop());

  const insert = (definition: unknown) =>
    dataSource.query<{ id: string }[]>(
      `INSERT INTO workflows (name, user_id, definition) VALUES (gen_random_uuid()::text, $1, $2) RETURNING id`,
      [userId, JSON.stringify(definition)],
    );

  it.each<[string, unknown]>([
    ['the smallest', { schemaVersion: 1, steps: [] }],
    ['a usual one', GOOD],
    [
      '2,000 steps and 4,000 connections',
      { ...GOOD, steps: fill(2_000, STEP), connections: fill(4_000, connection) },
    ],
  ])('takes %s definition', async (_, definition) => {
    await expect(insert(definition)).resolves.toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'x'],
    ['no version', { steps: [] }],
    ['a version that is no number', { ...GOOD, schemaVersion: '1' }],
    ['no steps', { schemaVersion: 1 }],
    ['steps that are no list', { ...GOOD, steps: {} }],
    ['steps that are null', { ...GOOD, steps: null }],
    ['a step that is no object', { ...GOOD, steps: [STEP, 'a'] }],
    ['a step that is a list', { ...GOOD, steps: [[STEP]] }],
    ['a connection that is a list', { ...GOOD, connections: [[connection]] }],
    ['a step without id', { ...GOOD, steps: [{ type: 'search' }] }],
    ['a step with a number for a type', { ...GOOD, steps: [{ id: 'a', type: 1 }] }],
    ['2,001 steps', { ...GOOD, steps: fill(2_001, STEP) }],
    ['connections that are no list', { ...GOOD, connections: 'a' }],
    ['a connection without an end', { ...GOOD, connections: [{ sourceStep: 'a' }] }],
    ['4,001 connections', { ...GOOD, connections: fill(4_001, connection) }],
    ['inputs that are a list', { ...GOOD, inputs: [] }],
    ['variables that are null', { ...GOOD, variables: null }],
    ['metadata that is a text', { ...GOOD, metadata: 'x' }],
    ['far too much text', { ...GOOD, metadata: { text: 'x'.repeat(2_200_000) } }],
  ])('a definition that is or has %s', async (_, definition) => {
    await expect(insert(definition)).rejects.toThrow('workflows_definition_check');
  });

  it('a second workflow of the same name, and a second user of the same email in another case', async () => {
    const row = { name: 'Same', userId, definition: GOOD };
    await dataSource.getRepository(Workflow).insert({ ...row });
    await expect(dataSource.getRepository(Workflow).insert({ ...row })).rejects.toThrow(
      'workflows_name_user_id_key',
    );
    const user = `INSERT INTO users (email, display_name, password_hash) VALUES ($1, 'x', 'x')`;
    await dataSource.query(user, ['Ada@example.org']);
    await expect(dataSource.query(user, ['ada@EXAMPLE.org'])).rejects.toThrow('users_email_key');
  });

  it('to change a version, until its workflow or its author goes', async () => {
    const authorId = await insertUser(dataSource);
    const [workflow] = await insert(GOOD);
    const versions = dataSource.getRepository(WorkflowVersion);
    const version = { workflowId: workflow?.id ?? '', number: 1, definition: GOOD, definitionHash: 'h' };
    const { identifiers } = await versions.insert({ ...version, createdBy: authorId });
    const id = String(identifiers[0]?.['id']);
    await expect(versions.update({ id }, { note: 'other' })).rejects.toThrow('never changed');
    await dataSource.query(`DELETE FROM users WHERE id = $1`, [authorId]);
    expect(await versions.findOneByOrFail({ id })).toMatchObject({ createdBy: null, definition: GOOD });
    await dataSource.query(`DELETE FROM workflows WHERE id = $1`, [workflow?.id]);
    expect(await versions.countBy({ id })).toBe(0);
  });

  it('to rewrite the log', async () => {
    const id = await insertExecution(dataSource, userId);
    await dataSource.query(
      `INSERT INTO execution_events (execution_id, sequence, record, at, level, kind, message)
       VALUES ($1, 1, 1, now(), 'info', 'x', 'x')`,
      [id],
    );
    await expect(dataSource.query(`UPDATE execution_events SET message = 'y'`)).rejects.toThrow(
      'never changed',
    );
  });
});

function fill(length: number, value: object): readonly object[] {
  return Array.from({ length }, () => value);
}
