import { randomUUID } from 'node:crypto';
import { Context } from '@temporalio/activity';
import { StepFailure } from '#documents';
import { temporalWorkflowId } from '#temporal/contract';
import { outcomeOf } from '../../../libs/interpreter/src/simulation/outcomes.js';
import type { Rig } from '../worker/support/rig.js';
import { gives, untilAborted } from '../worker/support/scripted-steps.js';
import type { Script } from '../worker/support/scripted-steps.js';
import { Conductor } from './conductor.js';
import type { Trace } from './retrace.js';
import type { Scripted } from './scripted.js';
import { replayTraces } from './tapped-replay.js';

/** An execution that was made to go as its simulation said. */
export interface Performed {
  readonly made: Scripted;
  /** The attempts that ran, as `path#attempt`. */
  readonly ran: readonly string[];
  readonly trace: Trace;
}

interface Stage {
  readonly made: Scripted;
  readonly conductor: Conductor;
  readonly ran: string[];
}

/** Performs all of them on the servers at once, and replays them. */
export async function performAll(
  rig: Rig,
  tappedBundle: string,
  all: readonly Scripted[],
): Promise<readonly Performed[]> {
  const stages = new Map(
    all.map((made): [string, Stage] => [randomUUID(), { made, conductor: new Conductor(), ran: [] }]),
  );
  const ids = all.flatMap(({ plan }) => plan.steps.map(({ id }) => id));
  const script = scriptOf(stages);
  rig.steps.use(Object.fromEntries(ids.map((id) => [id, script])));
  return Promise.all(
    [...stages].map(async ([executionId, { made, conductor, ran }]) => {
      const run = await rig.runPlan(made.plan, { executionId });
      await conductor.conduct(run, made.turns);
      await run.closed();
      const [trace] = await replayTraces(rig.client, tappedBundle, [temporalWorkflowId(executionId)]);
      if (trace === undefined) throw new Error('It was not replayed.');
      return { made, ran, trace };
    }),
  );
}

/** Each attempt waits for its turn, and then comes to what the simulation was told of it. */
function scriptOf(stages: ReadonlyMap<string, Stage>): Script {
  return async ({ context: { executionId, path, signal } }) => {
    const stage = stages.get(executionId);
    if (stage === undefined) throw new Error('No such execution.');
    const { made, conductor, ran } = stage;
    const attempt = attemptOf(Context.current().info);
    ran.push(`${path}#${attempt}`);
    if ((await conductor.awaitTurn(path, attempt)) === 'cancelled') return untilAborted(signal);
    const stepId = path.slice(path.lastIndexOf('/') + 1);
    const outcome = outcomeOf(made.outcomes, path, stepId, attempt - 1);
    if (outcome === null) return gives({});
    if ('error' in outcome) throw new StepFailure(outcome.error.code, 'Simulated failure.', true);
    return gives(outcome.facts);
  };
}

/** An activity has the number of its first attempt in its id: a step that was blocked before it ran begins with its second. */
function attemptOf({
  activityId,
  attempt,
}: {
  readonly activityId: string;
  readonly attempt: number;
}): number {
  return Number(activityId.slice(activityId.lastIndexOf('#') + 1)) + attempt - 1;
}
