import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { WorkflowExecution, WorkflowStep } from '#persistence';

const AGAIN_MS = 250;
const PATIENCE_MS = 120_000;
const CLOSED: readonly string[] = ['completed', 'failed', 'cancelled'];

/** What the tables say, read with patience: the database may be one of those that are killed. */
export class Tables {
  constructor(private readonly dataSource: DataSource) {}

  /** Null for one that has not ended. */
  async ended(id: string): Promise<WorkflowExecution | null> {
    const execution = await this.read(() =>
      this.dataSource.getRepository(WorkflowExecution).findOneBy({ id }),
    );
    return execution !== null && CLOSED.includes(execution.status) ? execution : null;
  }

  /** By path, attempts in order. */
  steps(executionId: string): Promise<readonly WorkflowStep[]> {
    return this.read(() =>
      this.dataSource
        .getRepository(WorkflowStep)
        .find({ where: { executionId }, order: { path: 'ASC', attempt: 'ASC' } }),
    );
  }

  private async read<T>(query: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await query();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await sleep(AGAIN_MS);
      }
    }
  }
}
