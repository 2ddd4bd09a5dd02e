import type { JsonObject } from '#definition';
import type { SqlSession } from '../sql-session.js';
import { storableJson } from '../storable.js';
import type { Changes } from './changes.js';
import { ATTEMPTS, LOCK, WRITE } from './write.sql.js';

/** The statements that are prepared once for each connection, by name. */
export const PREPARED = new Map([
  [LOCK, 'recorder-lock'],
  [ATTEMPTS, 'recorder-attempts'],
  [WRITE, 'recorder-write'],
]);

/** Writes to the tables of an execution whose lock is held. */
export async function writeChanges(
  session: SqlSession,
  executionId: string,
  changes: Changes,
): Promise<void> {
  const { steps, status, variables, conditions, events } = changes;
  const lists: readonly unknown[] = [steps, status === null ? [] : [status], variables, conditions, events];
  await session.query<JsonObject>(WRITE, [executionId, ...lists.map(storableJson)]);
}
