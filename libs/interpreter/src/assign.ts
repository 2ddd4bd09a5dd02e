import { evaluateExpression } from '#definition/plan';
import type { Json, PlanStep, PlanVariable, StepOutput } from '#definition/plan';
import { inheritedError } from './inheritance.js';
import { at } from './plan-index.js';
import { readIn } from './scene.js';
import type { ScopeDraft, Tick } from './tick.js';
import { draftOf } from './tick.js';

export interface Assignments {
  readonly values: readonly {
    readonly name: string;
    /** The scope instance the variable lives in. */
    readonly home: ScopeDraft;
    readonly value: Json;
  }[];
  readonly warnings: readonly string[];
  readonly failure: string | null;
}

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

/** Global variables live in the root; the others in the scope instance of the step that sets them. */
function homeOf(tick: Tick, scope: ScopeDraft, variable: PlanVariable): ScopeDraft {
  const global = variable.scope === undefined || variable.scope === 'global';
  return global ? draftOf(tick, '') : scope;
}

function fits(value: Json, variable: PlanVariable): boolean {
  return value === null || kindOf(value) === variable.type;
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
