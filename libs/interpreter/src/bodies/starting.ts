import type { JsonObject, PlanBody } from '#definition/plan';
import { failStep } from '../fail-step.js';
import type { StepScene } from '../scene.js';
import type { Inherited } from '../state.js';
import { succeedStep } from '../succeed-step.js';
import type { Success } from '../succeed-step.js';

/** A step whose join and conditions hold. */
export interface Starting {
  readonly scene: StepScene;
  readonly inherited: Inherited;
  /** 1, and more after it was blocked. */
  readonly attempt: number;
  /** Settings from outside that replace those of the definition. */
  readonly replaced: JsonObject | null;
  /** Grows while the step runs. */
  readonly warnings: string[];
}

export type BodyOf<Kind extends PlanBody['kind']> = Extract<PlanBody, { kind: Kind }>;

/** Ends a step that ran inside the interpreter. */
export function give(
  starting: Starting,
  facts: JsonObject,
  leaving: Pick<Success, 'ports' | 'whyNot'> = {},
): void {
  const { scene, inherited, attempt, warnings } = starting;
  const { got, cause } = inherited;
  const { ports, whyNot } = leaving;
  const output = { facts, references: {} };
  const success: Success = { got, cause, attempt, output, warnings, recorded: 'here', ports, whyNot };
  succeedStep(scene.tick, scene.scope, scene.step, success);
}

/** Ends it as failed; its `onError` decides what follows. */
export function giveUp(starting: Starting, code: string, message: string): void {
  const { scene, inherited, attempt, warnings } = starting;
  failStep(scene.tick, scene.scope, scene.step, { ...inherited, attempt, code, message, warnings });
}
