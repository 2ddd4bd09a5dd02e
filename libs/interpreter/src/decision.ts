import { evaluateExpression } from '#definition/plan';
import type { Json, PlanExpression } from '#definition/plan';
import type { Decision } from './recording.js';
import type { Scene } from './scene.js';
import { readIn } from './scene.js';

/** A verdict on an expression that decides: unknown counts as false and leaves a warning. */
export interface Verdict {
  readonly holds: boolean;
  readonly decision: Decision;
  readonly warning: string | null;
  /** Set when the expression cannot be evaluated at all, or gives neither true nor false. */
  readonly failure: string | null;
  /** A clause that says why it does not hold: `x > 3 is false (x = 2)`. */
  readonly because: string;
}

export function decide(scene: Scene, expression: PlanExpression, connectionId: string | null): Verdict {
  const evaluation = evaluateExpression(expression, readIn(scene));
  const { operands } = evaluation;
  const { source } = expression;
  const decided = (result: Decision['result']): Decision => ({
    connectionId,
    expression: source,
    operands,
    result,
  });
  const verdict = { holds: false, warning: null, failure: null };
  if (evaluation.kind === 'error') {
    return {
      ...verdict,
      decision: decided('unknown'),
      failure: evaluation.message,
      because: evaluation.message,
    };
  }
  if (evaluation.kind === 'unknown' || evaluation.value === null) {
    const missing = evaluation.kind === 'unknown' ? evaluation.missing.join(', ') : 'its result';
    const warning = `"${source}" is unknown because ${missing} has no value; unknown counts as false.`;
    const because = `${source} is unknown (${missing} has no value)`;
    return { ...verdict, decision: decided('unknown'), warning, because };
  }
  const { value } = evaluation;
  if (typeof value !== 'boolean') {
    const failure = `"${source}" gives ${shown(value)}, which is neither true nor false.`;
    return { ...verdict, decision: decided('unknown'), failure, because: failure };
  }
  const because = `${source} is ${value}${seen(operands)}`;
  return { ...verdict, holds: value, decision: decided(value ? 'true' : 'false'), because };
}

/** The operand values, for people: ` (x = 2, y = "a")`. */
function seen(operands: Readonly<Record<string, Json>>): string {
  const pairs = Object.entries(operands).map(([name, value]) => `${name} = ${shown(value)}`);
  return pairs.length === 0 ? '' : ` (${pairs.join(', ')})`;
}

const LONGEST_SHOWN = 60;

function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
