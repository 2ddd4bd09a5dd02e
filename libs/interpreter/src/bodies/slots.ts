import type { JsonObject } from '#definition/plan';
import { at } from '../plan-index.js';
import type { StepScene } from '../scene.js';
import { endedStep } from '../scene.js';
import { edgeState } from '../tick.js';

/** One incoming connection of a merge. */
export interface Slot {
  /** Id of the source step. */
  readonly step: string;
  /** `failed` when the source failed, also when its error or its default output came through. */
  readonly status: 'live' | 'skipped' | 'failed' | 'pending';
  /** What came through: the source's facts, or its error along the error port. Null when nothing did. */
  readonly value: JsonObject | null;
}

/** The incoming connections in definition order. */
export function slotsOf({ tick, scope, step }: StepScene): readonly Slot[] {
  return step.incoming.map((index) => {
    const edge = at(tick.plan.edges, index);
    const source = endedStep(tick, scope, edge.source);
    const id = at(tick.plan.steps, edge.source).id;
    const state = edgeState(tick, scope, index);
    if (source === null || state === 0) return { step: id, status: 'pending', value: null };
    const failed = source.error !== null;
    if (state === 2) return { step: id, status: failed ? 'failed' : 'skipped', value: null };
    const value = edge.port === 'error' && failed ? errorValue(source.error) : (source.output?.facts ?? {});
    return { step: id, status: failed ? 'failed' : 'live', value };
  });
}

function errorValue(error: {
  readonly code: string;
  readonly message: string;
  readonly stepId: string | null;
}): JsonObject {
  return { code: error.code, message: error.message, step: error.stepId };
}
