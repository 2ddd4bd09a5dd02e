import {
  ExecutionEventRow,
  ExecutionRecorder,
  WorkflowCondition,
  WorkflowExecution,
  WorkflowStep,
  WorkflowVariable,
} from '#persistence';
import { createDatabase } from './database.js';
import type { TestDatabase } from './database.js';
import { insertExecution, insertUser } from './fixtures.js';

/** A recorder on a database of its own, and one execution at a time to write about. */
export class RecordedExecution {
  id = '';

  private constructor(
    readonly database: TestDatabase,
    readonly recorder: ExecutionRecorder,
    private readonly ownerId: string,
  ) {}

  static async prepare(): Promise<RecordedExecution> {
    const database = await createDatabase();
    const ownerId = await insertUser(database.dataSource);
    return new RecordedExecution(database, new ExecutionRecorder(database.dataSource), ownerId);
  }

  /** Goes on with a new one. */
  async renew(): Promise<void> {
    this.id = await insertExecution(this.database.dataSource, this.ownerId);
  }

  execution(): Promise<WorkflowExecution> {
    return this.rows(WorkflowExecution).findOneByOrFail({ id: this.id });
  }

  /** By path, attempts in order. */
  steps(): Promise<WorkflowStep[]> {
    return this.rows(WorkflowStep).find({ where: this.own, order: { path: 'ASC', attempt: 'ASC' } });
  }

  events(): Promise<ExecutionEventRow[]> {
    return this.rows(ExecutionEventRow).find({ where: this.own, order: { sequence: 'ASC' } });
  }

  variables(): Promise<WorkflowVariable[]> {
    return this.rows(WorkflowVariable).find({ where: this.own, order: { sequence: 'ASC' } });
  }

  conditions(): Promise<WorkflowCondition[]> {
    return this.rows(WorkflowCondition).find({ where: this.own });
  }

  private get own() {
    return { executionId: this.id };
  }

  private get rows() {
    return this.database.dataSource.getRepository.bind(this.database.dataSource);
  }
}
