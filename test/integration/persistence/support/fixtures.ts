import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Collection, User, WorkflowExecution } from '#persistence';

export async function insertUser(dataSource: DataSource): Promise<string> {
  const id = randomUUID();
  await dataSource
    .getRepository(User)
    .insert({ id, email: `${id}@example.org`, displayName: 'Somebody', passwordHash: 'x' });
  return id;
}

export async function insertCollection(dataSource: DataSource, userId: string): Promise<string> {
  const id = randomUUID();
  await dataSource.getRepository(Collection).insert({ id, userId, name: 'Papers' });
  return id;
}

/** A pending execution of an empty definition. */
export async function insertExecution(dataSource: DataSource, userId: string): Promise<string> {
  const id = randomUUID();
  await dataSource.getRepository(WorkflowExecution).insert({
    id,
    userId,
    version: 1,
    definitionHash: 'none',
    executionName: 'A run',
    executionGraph: { schemaVersion: 1, steps: [], connections: [] },
    inputData: {},
  });
  return id;
}
