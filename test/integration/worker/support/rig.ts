import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { checkDefinition, compilePlan, definitionHash } from '#definition';
import type { JsonObject, Reference } from '#definition';
import type { Plan } from '#definition/plan';
import type { Control } from '#interpreter';
import {
  ChildExecutions,
  ExecutionEventRow,
  ExecutionRecorder,
  ExecutionsRepository,
  PostgresStores,
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
import type { ExecutionArgument } from '#temporal/contract';
import { activities } from '../../../../apps/worker/src/activities/activities.js';
import { readSettings } from '../../../../apps/worker/src/config.js';
import { StoredSubWorkflows } from '../../../../apps/worker/src/sub-workflows/sub-workflows.js';
import { workerOptions } from '../../../../apps/worker/src/temporal/worker-options.js';
import { NAMESPACE } from '../../../support/namespace.js';
import { quietRuntime } from '../../../support/quiet-runtime.js';
import { createTestDatabase } from '../../../support/test-database.mjs';
import { rebuildAll } from './rebuild-all.js';
import { replayAll } from './replay-all.js';
import { ScriptedSteps } from './scripted-steps.js';

/** A running execution and what the tables say of it. */
export interface Run {
  readonly id: string;
  readonly handle: WorkflowHandleWithFirstExecutionRunId;
  readonly execution: () => Promise<WorkflowExecution>;
  /** Rows by path, attempts in order. */
  readonly steps: () => Promise<readonly WorkflowStep[]>;
  readonly events: () => Promise<readonly ExecutionEventRow[]>;
  /** How Temporal closed it. */
  readonly closed: () => Promise<string>;
  /** Asks for something that may be refused. Rejects with the client's WorkflowUpdateFailedError. */
  readonly ask: (control: Control) => Promise<void>;
}

/**
 * The product's own worker on real servers: the production options, recorder and stores, with
 * scripted steps, on a task queue and a database of its own.
 */
export class Rig {
  readonly steps = new ScriptedSteps();
  private worker: Worker | null = null;
  private running: Promise<void> = Promise.resolve();

  private constructor(
    readonly client: Client,
    readonly native: NativeConnection,
    readonly dataSource: DataSource,
    readonly databaseUrl: string,
    readonly taskQueue: string,
    readonly recorder: ExecutionRecorder,
    private readonly ownerId: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  /** `wrap` may put something between the worker and the real recorder. */
  static async start(
    wrap: (recorder: ExecutionRecorder) => ExecutionRecorder = (recorder) => recorder,
  ): Promise<Rig> {
    const address = needed('SLUICE_TEST_TEMPORAL_ADDRESS');
    quietRuntime();
    const database = await createTestDatabase();
    const dataSource = await createDataSource(database.url).initialize();
    await migrate(dataSource);
    const native = await NativeConnection.connect({ address });
    const connection = await Connection.connect({ address });
    await registerSearchAttributes(connection, NAMESPACE);
    const cleanUp = async (): Promise<void> => {
      await connection.close();
      await native.close();
      await dataSource.destroy();
      await database.drop();
    };
    const ownerId = await insertOwner(dataSource);
    const queue = `test-${randomUUID()}`;
    const rig = new Rig(
      new Client({ connection, namespace: NAMESPACE }),
      native,
      dataSource,
      database.url,
      queue,
      wrap(new ExecutionRecorder(dataSource)),
      ownerId,
      cleanUp,
    );
    await rig.startWorker();
    return rig;
  }

  get stores(): PostgresStores {
    return new PostgresStores(this.dataSource);
  }

  async startWorker(): Promise<void> {
    const settings = readSettings({
      DATABASE_URL: this.databaseUrl,
      TEMPORAL_NAMESPACE: NAMESPACE,
      SLUICE_WORKFLOW_BUNDLE: needed('SLUICE_TEST_WORKFLOW_BUNDLE'),
      SLUICE_SHUTDOWN_GRACE_SECONDS: '1',
    });
    const children = new StoredSubWorkflows(
      new ChildExecutions(this.dataSource),
      new ExecutionsRepository(this.dataSource),
      this.stores.artifacts,
    );
    const work = activities(this.recorder, this.stores, this.steps.implementations, children);
    const options = workerOptions('interpreter', this.native, work, settings);
    this.worker = await Worker.create({ ...options, taskQueue: this.taskQueue });
    this.running = this.worker.run();
  }

  async stopWorker(): Promise<void> {
    this.worker?.shutdown();
    await this.running;
    this.worker = null;
  }

  /** Whatever the executions of a test did, their histories have to replay, and to hold all that the tables do. */
  async stop(): Promise<void> {
    await this.stopWorker();
    try {
      await replayAll(this.client, this.dataSource);
      await rebuildAll(this.client, this.dataSource);
    } finally {
      await this.cleanUp();
    }
  }

  /** Starts an execution of a definition written as YAML. */
  run(yaml: string, options: RunOptions = {}): Promise<Run> {
    return this.runPlan(planOf(yaml), options);
  }

  async runPlan(plan: Plan, options: RunOptions = {}): Promise<Run> {
    const workflowId = options.workflowId ?? null;
    const id = options.executionId ?? randomUUID();
    await this.insertExecution(id, plan, options.input ?? {}, workflowId);
    const argument: ExecutionArgument = {
      ...executionArgument({
        identity: {
          executionId: id,
          ownerId: this.ownerId,
          workflowId: workflowId ?? randomUUID(),
          version: 1,
          collectionId: null,
        },
        plan: packPlan(plan),
        start: {
          at: Date.now(),
          executionId: id,
          input: options.input ?? {},
          documents: options.documents ?? null,
        },
      }),
      ...options.argument,
    };
    const handle = await this.client.workflow.start(WORKFLOW_TYPE, {
      ...workflowStartOptions(argument, plan.name),
      taskQueue: this.taskQueue,
      ...(options.executionTimeout && { workflowExecutionTimeout: options.executionTimeout }),
    });
    return this.runOf(id, handle);
  }

  /** Stores a workflow with its only version, for others to run; gives its id. */
  async publish(yaml: string): Promise<string> {
    const { definition, problems } = checkDefinition(yaml);
    if (definition === null) throw new Error(problems.map(({ message }) => message).join('\n'));
    const workflow = await new WorkflowsRepository(this.dataSource).insert({
      name: `${definition.name} ${randomUUID()}`,
      description: '',
      userId: this.ownerId,
      collectionId: null,
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

  private runOf(id: string, handle: WorkflowHandleWithFirstExecutionRunId): Run {
    return {
      id,
      handle,
      execution: () => this.dataSource.getRepository(WorkflowExecution).findOneByOrFail({ id }),
      steps: () =>
        this.dataSource
          .getRepository(WorkflowStep)
          .find({ where: { executionId: id }, order: { path: 'ASC', attempt: 'ASC' } }),
      events: () =>
        this.dataSource
          .getRepository(ExecutionEventRow)
          .find({ where: { executionId: id }, order: { sequence: 'ASC' } }),
      closed: async () => {
        await handle.result().catch(() => undefined);
        return (await handle.describe()).status.name;
      },
      ask: (control) =>
        this.client.workflow
          .getHandle(handle.workflowId)
          .executeUpdate<void, [Control]>(control.kind, { args: [control] }),
    };
  }

  private async insertExecution(
    id: string,
    plan: Plan,
    input: JsonObject,
    workflowId: string | null,
  ): Promise<void> {
    await this.dataSource.getRepository(WorkflowExecution).insert({
      id,
      userId: this.ownerId,
      workflowId,
      version: 1,
      definitionHash: plan.definitionHash,
      executionName: plan.name,
      executionGraph: {},
      inputData: input,
    });
  }
}

export interface RunOptions {
  readonly executionId?: string;
  readonly input?: JsonObject;
  readonly documents?: Reference;
  /** Of one that has been published. */
  readonly workflowId?: string;
  readonly argument?: Partial<ExecutionArgument>;
  /** After which Temporal ends it. */
  readonly executionTimeout?: '2s';
}

/** The plan of a definition written as YAML. Throws with all its problems. */
export function planOf(yaml: string): Plan {
  const { definition, problems } = checkDefinition(yaml);
  const plan = definition === null ? null : compilePlan(definition).plan;
  if (plan === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  return plan;
}

/** Waits for something to become true; throws after 20 seconds. */
export async function eventually(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function insertOwner(dataSource: DataSource): Promise<string> {
  const id = randomUUID();
  await dataSource.getRepository(User).insert({
    id,
    email: `${id}@example.com`,
    displayName: 'Tester',
    passwordHash: 'not a hash',
    role: 'member',
  });
  return id;
}

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is set by the global setup of Jest.`);
  return value;
}
