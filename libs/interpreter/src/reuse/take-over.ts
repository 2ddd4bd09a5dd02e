import type { JsonObject, StepOutput } from '#definition/plan';
import type { Starting } from '../bodies/starting.js';
import { referencesByKind } from '../inheritance.js';
import { succeedStep } from '../succeed-step.js';
import type { Success } from '../succeed-step.js';
import { pathOf } from '../tick.js';
import { workKey } from './work-key.js';

/**
 * Ends a step with what an earlier execution gave at the same path for the same work. False when there is nothing
 * to take over: then it has to be done.
 */
export function takeOver(
  starting: Starting,
  configuration: JsonObject,
  leaving: (output: StepOutput) => Pick<Success, 'ports'> | null = () => ({}),
): boolean {
  const { scene, inherited, attempt, warnings } = starting;
  const { tick, scope, step } = scene;
  const { reuse = null, documents } = tick.start;
  const path = pathOf(scope, step);
  if (reuse === null || attempt > 1 || !Object.hasOwn(reuse.outputs, path)) return false;
  const found = reuse.outputs[path];
  if (found === undefined) return false;
  const incoming = referencesByKind(tick, scope, inherited.got);
  if (found.key !== workKey({ stepType: step.type, configuration, incoming, documents })) return false;
  const leaves = leaving(found.output);
  if (leaves === null) return false;
  const reason = `Taken over from execution ${reuse.executionId}.`;
  const detail = { configuration, incoming, reused: true } as const;
  const { output } = found;
  const taken: Success = {
    ...inherited,
    ...leaves,
    attempt,
    output,
    warnings,
    recorded: 'here',
    reason,
    detail,
  };
  succeedStep(tick, scope, step, taken);
  return true;
}
