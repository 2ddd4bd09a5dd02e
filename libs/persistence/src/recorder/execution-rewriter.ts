import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../sql-session.js';
import type { SqlSession } from '../sql-session.js';
import { changesOfHappenings } from './happenings.js';
import type { Happenings } from './happenings.js';
import { CLEAR, COUNT, FORGET_STEPS, JOIN_KEPT } from './rewrite.sql.js';
import { UnknownExecutionError } from './unknown-execution.error.js';
import { PREPARED, writeChanges } from './write-changes.js';
import { LOCK } from './write.sql.js';

/** Transitions of one statement. */
const BATCH = 500;

/** Writes the tables of an execution from all that ever happened in it. */
@Injectable()
export class ExecutionRewriter {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * In one transaction, under the execution's row lock. `anew` empties the tables first, so that afterwards they hold
   * this, and what they held before of work whose worker could not tell; without it, only what is missing is added.
   * The execution's own row, with what it was started with, has to be there.
   * @throws UnknownExecutionError
   */
  async rewrite(executionId: string, happenings: Happenings, { anew }: { anew: boolean }): Promise<void> {
    await inTransaction(this.dataSource, PREPARED, async (session) => {
      const found = await session.query(LOCK, [executionId, null, null]);
      if (found.length === 0) throw new UnknownExecutionError(executionId);
      if (anew) await clear(session, executionId, happenings.untold);
      await session.query(COUNT, [executionId]);
      for (const changes of changesOfHappenings(happenings, BATCH))
        await writeChanges(session, executionId, changes);
      if (anew && happenings.untold.length > 0) await all(session, JOIN_KEPT, [executionId]);
    });
  }
}

async function clear(session: SqlSession, executionId: string, kept: readonly string[]): Promise<void> {
  await all(session, FORGET_STEPS, [executionId, kept]);
  await all(session, CLEAR, [executionId]);
}

async function all(
  session: SqlSession,
  statements: readonly string[],
  values: readonly unknown[],
): Promise<void> {
  for (const statement of statements) await session.query(statement, values);
}
