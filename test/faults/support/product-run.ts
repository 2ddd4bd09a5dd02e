import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { checkDefinition, compilePlan, definitionHash } from '#definition';
import {
  CollectionsRepository,
  DocumentIntake,
  ExecutionRecorder,
  User,
  VersionsRepository,
  WorkflowExecution,
  WorkflowStep,
  WorkflowsRepository,
  createDataSource,
  migrate,
} from '#persistence';
import {
  WORKFLOW_TYPE,
  executionArgument,
  registerSearchAttributes,
  workflowStartOptions,
  packPlan,
} from '#temporal/contract';
import { NAMESPACE } from '../../support/namespace.js';
import { createTestDatabase } from '../../support/test-database.mjs';
import { WorkerChild } from './worker-child.js';

/** Any number that no other lock of the database has. */
const HOLD = 4_201;

/** A database with documents and a Temporal client; the workers are processes that a test starts and kills. */
export class ProductRun {
  private constructor(
    readonly client: Client,
    readonly dataSource: DataSource,
    private readonly databaseUrl: string,
    private readonly ownerId: string,
    private readonly collectionId: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async prepare(documents: number): Promise<ProductRun> {
    const connection = await Connection.connect({ address: process.env['SLUICE_TEST_TEMPORAL_ADDRESS'] });
    await registerSearchAttributes(connection, NAMESPACE);
    const database = await createTestDatabase();
    const dataSource = await createDataSource(database.url).initialize();
    await migrate(dataSource);
    const ownerId = randomUUID();
    await dataSource.getRepository(User).insert({
      id: ownerId,
      email: `${ownerId}@example.com`,
      displayName: 'Tester',
      passwordHash: 'not a hash',
      role: 'member',
    });
    const collection = await new CollectionsRepository(dataSource).insert(ownerId, {
      name: 'Reports',
      description: '',
    });
    const intake = new DocumentIntake(dataSource);
    for (let index = 0; index < documents; index++) {
      const name = `report-${index}.txt`;
      await intake.add(ownerId, { name, collectionId: collection.id }, textOf(index), 1_000_000);
    }
    const cleanUp = async (): Promise<void> => {
      await connection.close();
      await dataSource.destroy();
      await database.drop();
    };
    return new ProductRun(
      new Client({ connection, namespace: NAMESPACE }),
      dataSource,
      database.url,
      ownerId,
      collection.id,
      cleanUp,
    );
  }

  get recorder(): ExecutionRecorder {
    return new ExecutionRecorder(this.dataSource);
  }

  startWorker(more: Readonly<Record<string, string>> = {}): Promise<WorkerChild> {
    return WorkerChild.start(this.databaseUrl, more);
  }

  /** Starts an execution and gives its id. */
  async start(yaml: string, input: Readonly<Record<string, string>>): Promise<string> {
    const { definition, problems } = checkDefinition(yaml);
    const plan = definition === null ? null : compilePlan(definition).plan;
    if (plan === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    const executionId = randomUUID();
    await this.dataSource.getRepository(WorkflowExecution).insert({
      id: executionId,
      userId: this.ownerId,
      version: 1,
      definitionHash: plan.definitionHash,
      executionName: plan.name,
      executionGraph: {},
      inputData: input,
    });
    const { ownerId, collectionId } = this;
    const argument = executionArgument({
      identity: { executionId, ownerId, workflowId: randomUUID(), version: 1, collectionId },
      plan: packPlan(plan),
      start: { at: Date.now(), executionId, input, documents: null },
    });
    await this.client.workflow.start(WORKFLOW_TYPE, workflowStartOptions(argument, plan.name));
    return executionId;
  }

  /** Stores a workflow over the documents, with its only version; gives its id. */
  async publish(yaml: string): Promise<string> {
    const { definition, problems } = checkDefinition(yaml);
    if (definition === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    const workflow = await new WorkflowsRepository(this.dataSource).insert({
      name: definition.name ?? '',
      description: '',
      userId: this.ownerId,
      collectionId: this.collectionId,
      definition,
      tags: [],
    });
    if (workflow === null) throw new Error('The name is taken');
    await new VersionsRepository(this.dataSource).publish(this.ownerId, workflow.id, {
      definition,
      definitionHash: definitionHash(definition),
      draft: workflow.version,
      note: null,
    });
    return workflow.id;
  }

  /** Those that run for steps of an execution. */
  children(executionId: string): Promise<readonly WorkflowExecution[]> {
    return this.dataSource
      .getRepository(WorkflowExecution)
      .find({ where: { parentExecutionId: executionId } });
  }

  /** Whoever adds a row to the table waits until the function that this gives is called. */
  async holdInserts(table: string): Promise<() => Promise<void>> {
    await this.dataSource.query(`
      CREATE FUNCTION hold_inserts() RETURNS trigger LANGUAGE plpgsql
      AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${HOLD}); RETURN NEW; END $$`);
    await this.dataSource.query(
      `CREATE TRIGGER hold_inserts BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION hold_inserts()`,
    );
    const holder = this.dataSource.createQueryRunner();
    await holder.query(`SELECT pg_advisory_lock(${HOLD})`);
    return async () => {
      await holder.query(`SELECT pg_advisory_unlock(${HOLD})`);
      await holder.release();
    };
  }

  execution(id: string): Promise<WorkflowExecution> {
    return this.dataSource.getRepository(WorkflowExecution).findOneByOrFail({ id });
  }

  steps(executionId: string): Promise<readonly WorkflowStep[]> {
    return this.dataSource
      .getRepository(WorkflowStep)
      .find({ where: { executionId }, order: { path: 'ASC', attempt: 'ASC' } });
  }

  async finish(): Promise<void> {
    await this.cleanUp();
  }
}

/** Two pages of prose that no other report has. */
async function* textOf(index: number): AsyncGenerator<Uint8Array> {
  const sentence = (line: number) =>
    `Line ${line} of report ${index} says that machine ${index * 7 + line} ran well.`;
  yield Buffer.from(Array.from({ length: 120 }, (_, line) => sentence(line)).join('\n\n'));
}

/** Waits for something to become true; throws after a time. */
export async function eventually(holds: () => Promise<boolean>, what: string, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
