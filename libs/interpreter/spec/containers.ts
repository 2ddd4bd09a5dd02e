import type { PlanBody, PlanExpression } from '#definition/plan';
import type { Express } from './a-plan.js';

type Loop = Extract<PlanBody, { kind: 'loop' }>;
type Try = Extract<PlanBody, { kind: 'try' }>;

export interface LoopSketch extends Partial<Omit<Loop, 'kind' | 'scope' | 'over' | 'result'>> {
  readonly over: string;
  readonly result?: string;
}

/** A loop over a list, one round at a time, unless it is said otherwise; the plan knows its scope. */
export function loop(express: Express, { over, result, ...sketch }: LoopSketch): Loop {
  return {
    kind: 'loop',
    mode: 'forEach',
    over: express(over),
    scope: -1,
    concurrency: 1,
    maximumRounds: 1000,
    onExhausted: 'fail',
    itemErrors: { kind: 'failFast' },
    ...sketch,
    result: result === undefined ? null : express(result),
  };
}

/** A `try`; the plan knows its scopes. */
export function guard(sketch: Partial<Pick<Try, 'siblings' | 'compensate'>> = {}): Try {
  return { kind: 'try', body: -1, finally: null, siblings: 'cancel', compensate: false, ...sketch };
}

/** A step that computes one value, under the name `n`. */
export function compute(expression: PlanExpression): PlanBody {
  return { kind: 'transform', values: [{ name: 'n', expression }] };
}

/** Settings without templates in them. */
export function literal(value: Record<string, never> | Record<string, string | number | readonly string[]>) {
  return { value, slots: [] };
}
