import { randomUUID } from 'node:crypto';
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
  /** Paths of the attempts that ran. */
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
    const before = ran.filter((other) => other === path).length;
    ran.push(path);
    if ((await conductor.awaitTurn(path, before + 1)) === 'cancelled') return untilAborted(signal);
    const stepId = path.slice(path.lastIndexOf('/') + 1);
    const outcome = outcomeOf(made.outcomes, path, stepId, before);
    if (outcome === null) return gives({});
    if ('error' in outcome) throw new StepFailure(outcome.error.code, 'Simulated failure.', true);
    return gives(outcome.facts);
  };
}
