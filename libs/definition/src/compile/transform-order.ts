import { compileExpression } from '../expressions/compile-expression.js';
import type { DefinitionNames } from '../expressions/definition-names.js';
import type { OwnNames } from '../expressions/own-names.js';
import type { NameScope } from '../expressions/name-scope.js';
import { stepExpressions } from '../expressions/step-expressions.js';
import type { PlanExpression } from '../plan/plan.js';
import type { StepDefinition } from '../workflow-definition.js';

export interface PlanValue {
  readonly name: string;
  readonly expression: PlanExpression;
}

/** Values of a transform, each after those it needs; by name where that leaves a choice, never by key order. */
export function compileValues(
  step: StepDefinition,
  index: number,
  names: DefinitionNames,
): readonly PlanValue[] {
  return orderValues(step, (own) => names.ofStep(index, own)).ordered;
}

export interface OrderedValues {
  readonly ordered: readonly PlanValue[];
  /** Names that need each other in a circle, or need such names. */
  readonly circular: readonly string[];
}

export function orderValues(step: StepDefinition, scopeOf: (own: OwnNames) => NameScope): OrderedValues {
  const waiting = new Map<string, { readonly value: PlanValue; readonly needs: Set<string> }>();
  for (const { path, source, own, expects } of stepExpressions(step)) {
    const name = path[2];
    if (path[1] !== 'values' || typeof name !== 'string') continue;
    const { expression } = compileExpression(source, scopeOf(own), expects);
    if (expression === null) continue;
    const needs = expression.reads.flatMap((read) =>
      read.kind === 'fact' && read.key === `steps.${step.id}.${read.fact}` ? [read.fact] : [],
    );
    waiting.set(name, { value: { name, expression }, needs: new Set(needs) });
  }
  const ordered: PlanValue[] = [];
  for (let moved = true; moved;) {
    const ready = [...waiting.keys()].sort().filter((name) => !blocked(waiting, name));
    for (const name of ready) {
      ordered.push((waiting.get(name) as { value: PlanValue }).value);
      waiting.delete(name);
    }
    moved = ready.length > 0;
  }
  return { ordered, circular: [...waiting.keys()].sort() };
}

function blocked(
  waiting: ReadonlyMap<string, { readonly needs: ReadonlySet<string> }>,
  name: string,
): boolean {
  return [...(waiting.get(name)?.needs ?? [])].some((needed) => waiting.has(needed));
}
