import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Json, Problem, Reference } from '#definition';
import type { Plan } from '#definition/plan';
import { listItems } from '#documents';
import { isClosed } from '#interpreter';
import type { Reuse } from '#interpreter';
import { EarlierSteps, PostgresStores } from '#persistence';
import type { EarlierStep, WorkflowExecution } from '#persistence';
import type { Viewer } from '../../auth/viewer.js';
import { callProblem } from '../../problems/to-problem-model.js';
import { ExecutionLaunch } from '../execution-launch.js';
import { ExecutionsService } from '../executions.service.js';
import type { ExecutionOutcome } from '../executions.service.js';
import { isPathOf, stepIdOf } from '../instance-path.js';
import { planOf } from '../plan-of.js';
import { foresee } from './foresee.js';
import type { Foresight } from './foresee.js';
import { withLists } from './lists.js';
import type { RerunArgs } from './rerun.args.js';
import { RerunVersions } from './rerun-versions.js';
import type { RerunVersion } from './rerun-versions.js';
import { tooManyRows, tooMuchReuse } from './reuse-bounds.js';
import { reuseOf } from './reuse-of.js';

/** Everything a rerun is made of. */
interface Prepared {
  readonly earlier: WorkflowExecution;
  readonly steps: readonly EarlierStep[];
  readonly version: RerunVersion;
  readonly plan: Plan;
  readonly from: string | null;
  readonly reuse: Reuse;
}

type Preparation = Prepared | { readonly problems: readonly Problem[] };

/** Items of a list that are looked into for a plan. */
const MOST_ITEMS = 10_000;

/** Runs executions that have ended again, taking over what was finished and is the same. */
@Injectable()
export class Reruns {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly launch: ExecutionLaunch,
    private readonly earlierSteps: EarlierSteps,
    private readonly versions: RerunVersions,
    private readonly stores: PostgresStores,
  ) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async plan(
    viewer: Viewer,
    args: RerunArgs,
  ): Promise<{ readonly foresight: Foresight | null; readonly problems: readonly Problem[] }> {
    const prepared = await this.prepare(viewer, args);
    if ('problems' in prepared) return { foresight: null, problems: prepared.problems };
    const { earlier, steps, version, plan, from, reuse } = prepared;
    const { id: executionId, documents } = earlier;
    const start = { at: Date.now(), executionId, input: version.input, documents, reuse };
    const foresight = await withLists(
      (reference) => this.items(viewer, reference),
      (list) => foresee(plan, version.definition, start, steps, from, list),
    );
    return { foresight, problems: [] };
  }

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async start(viewer: Viewer, args: RerunArgs): Promise<ExecutionOutcome> {
    const prepared = await this.prepare(viewer, args);
    if ('problems' in prepared) return { execution: null, problems: prepared.problems };
    const { earlier, version, plan, reuse } = prepared;
    const { workflowId, executionName, documents, bulk } = earlier;
    const { versionId, definitionHash, definition } = version;
    return this.launch.write(
      viewer,
      {
        ...{ id: randomUUID(), userId: viewer.id, workflowId, versionId, version: version.version },
        ...{ definitionHash, executionName, executionGraph: definition, inputData: version.input },
        ...{
          documents,
          bulk,
          idempotencyKey: null,
          requestHash: null,
          trigger: 'rerun',
          rerunOf: earlier.id,
        },
        reuse: await this.stores.artifacts.put('json', 1, reuse as unknown as Json),
      },
      plan,
    );
  }

  private async prepare(viewer: Viewer, { id, from, definition }: RerunArgs): Promise<Preparation> {
    const earlier = await this.executions.get(viewer, id);
    if (!isClosed(earlier.status)) {
      const message = 'The execution has not ended. Wait for its end, or cancel it.';
      return refused(callProblem('EXECUTION_OPEN', '/id', message));
    }
    const { version, problems } = await this.versions.choose(earlier, definition);
    if (version === null) return { problems };
    const { plan, problems: unusable } = planOf(version.definition, earlier.bulk);
    if (plan === null) return { problems: unusable };
    const place = from ?? null;
    const isBulk = earlier.bulk !== null;
    if (place !== null && place !== '' && !isPathOf(version.definition, place, isBulk)) {
      const message = `There is no step, round or scope "${place}" in this workflow.`;
      return refused(callProblem('STEP_NOT_FOUND', '/from', message, stepIdOf(place)));
    }
    const long = tooManyRows(earlier.stepRows, isBulk);
    if (long !== null) return refused(long);
    const steps = await this.earlierSteps.list(earlier.id);
    const reuse = reuseOf(earlier, steps, plan, place);
    const much = tooMuchReuse(reuse, isBulk);
    if (much !== null) return refused(much);
    return { earlier, steps, version, plan, from: place, reuse };
  }

  /** Null when it cannot be read: then nothing can be told of the rounds over it. */
  private async items(viewer: Viewer, reference: Reference): Promise<readonly Json[] | null> {
    try {
      return await listItems(this.stores, viewer.id, reference, 0, MOST_ITEMS);
    } catch {
      return null;
    }
  }
}

function refused(...problems: readonly Problem[]): Preparation {
  return { problems };
}
