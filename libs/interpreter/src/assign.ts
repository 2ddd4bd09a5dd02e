import { evaluateExpression } from '#definition/plan';
import type { Json, PlanStep, StepOutput } from '#definition/plan';
import { inheritedError } from './inheritance.js';
import { at } from './plan-index.js';
import { readIn } from './scene.js';
import type { ScopeDraft, Tick } from './tick.js';
import type { Home } from './variables.js';
import { fits, homeOf, kindOf } from './variables.js';

export interface Assignments {
  readonly values: readonly { readonly name: string; readonly home: Home; readonly value: Json }[];
  readonly warnings: readonly string[];
  readonly failure: string | null;
}

const NOTHING: Assignments = { values: [], warnings: [], failure: null };

/**
 * What a step's success sets. All expressions see the variables as they were before; one that is unknown
 * leaves its variable alone and a warning.
 */
export function assignments(
  tick: Tick,
  scope: ScopeDraft,
  step: PlanStep,
  success: { readonly output: StepOutput; readonly cause: number | null },
): Assignments {
  if (step.assign.length === 0) return NOTHING;
  const error = inheritedError(tick, scope, success.cause);
  const { facts } = success.output;
  const read = readIn({ tick, scope, step, facts, values: null, error });
  const values: Assignments['values'][number][] = [];
  const warnings: string[] = [];
  for (const { variable: index, expression } of step.assign) {
    const variable = at(tick.plan.variables, index);
    const evaluation = evaluateExpression(expression, read);
    if (evaluation.kind === 'error') return { values: [], warnings, failure: evaluation.message };
    if (evaluation.kind === 'unknown') {
      const missing = evaluation.missing.join(', ');
      warnings.push(`Variable "${variable.name}" was not set because ${missing} has no value.`);
      continue;
    }
    const { value } = evaluation;
    if (!fits(value, variable)) {
      const failure = `Variable "${variable.name}" takes a value of type ${variable.type}, and "${expression.source}" gives ${kindOf(value)}.`;
      return { values: [], warnings, failure };
    }
    values.push({ name: variable.name, home: homeOf(tick, scope, variable), value });
  }
  return { values, warnings, failure: null };
}
