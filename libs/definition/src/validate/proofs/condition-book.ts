import type { CheckedExpression, CheckedExpressions } from '../check-expressions.js';
import type { Cases } from './cases.js';
import { ALWAYS } from './cases.js';
import { casesOf } from './cases-of-condition.js';

/** A condition of a step or connection, and when it holds. */
export interface BookedCondition {
  readonly checked: CheckedExpression;
  readonly cases: Cases;
}

/** The conditions of a definition; what it works out, it remembers. */
export class ConditionBook {
  private readonly steps: (readonly BookedCondition[] | undefined)[] = [];
  private readonly connections = new Map<number, BookedCondition>();

  constructor(private readonly expressions: CheckedExpressions) {}

  /** Everything of a step that is true or false: its own conditions, its cases, rules and that of a loop. */
  ofStep(step: number): readonly BookedCondition[] {
    return (this.steps[step] ??= (this.expressions.ofSteps[step] ?? [])
      .filter(({ expects, path }) => expects === 'boolean' && path[0] !== 'assign')
      .map(booked));
  }

  ownOf(step: number): readonly BookedCondition[] {
    return this.ofStep(step).filter(({ checked }) => checked.path[0] === 'conditions');
  }

  /** The cases of a condition step, in order. */
  casesOf(step: number): readonly BookedCondition[] {
    return this.ofStep(step).filter(({ checked }) => checked.path[1] === 'cases');
  }

  /** What decides about the rounds of a while or until. */
  loopCondition(step: number): BookedCondition | null {
    return this.ofStep(step).find(({ checked }) => checked.path[1] === 'condition') ?? null;
  }

  ofConnection(connection: number): BookedCondition | null {
    const known = this.connections.get(connection);
    if (known !== undefined) return known;
    const checked = this.expressions.ofConnections.get(connection);
    if (checked === undefined) return null;
    const condition = booked(checked);
    this.connections.set(connection, condition);
    return condition;
  }
}

function booked(checked: CheckedExpression): BookedCondition {
  const { parsed } = checked.compiled;
  return { checked, cases: parsed === null ? ALWAYS : casesOf(parsed.tree, parsed.meaning) };
}
