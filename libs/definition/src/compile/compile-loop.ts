import type { Json, JsonObject } from '../json.js';
import { regionOf } from '../graph/scopes.js';
import { NO_OWN_NAMES } from '../expressions/own-names.js';
import type { PlanBody, PlanItemErrors } from '../plan/plan.js';
import { MOST_ROUNDS } from '../steps/loop/loop-bounds.js';
import type { BodyContext } from './compile-body.js';
import { compileKnown } from './compile-template.js';

type LoopBody = Extract<PlanBody, { kind: 'loop' }>;

const OVER = { while: 'condition', until: 'condition', times: 'times', forEach: 'items' } as const;

export function compileLoop({ step, names, index, graph }: BodyContext): PlanBody {
  const settings = step.configuration as {
    readonly mode: LoopBody['mode'];
    readonly concurrency: number;
    readonly maximumRounds?: number;
    readonly onExhausted: LoopBody['onExhausted'];
    readonly itemErrors: Json;
    readonly result?: string;
  };
  const ended = names.ofStep(index, { ...NO_OWN_NAMES, round: 'ended' });
  const begins = names.ofStep(index, { ...NO_OWN_NAMES, round: 'begins' });
  const seenFrom = { while: begins, until: ended, times: names.ofStep(index), forEach: names.ofStep(index) };
  return {
    kind: 'loop',
    mode: settings.mode,
    over: compileKnown(step.configuration[OVER[settings.mode]] as string, seenFrom[settings.mode]),
    scope: regionOf(graph.scopes, index, 'body') as number,
    concurrency: settings.mode === 'forEach' ? settings.concurrency : 1,
    maximumRounds: settings.maximumRounds ?? MOST_ROUNDS,
    onExhausted: settings.onExhausted,
    itemErrors: itemErrors(settings.itemErrors),
    result: settings.result === undefined ? null : compileKnown(settings.result, ended),
  };
}

function itemErrors(setting: Json): PlanItemErrors {
  if (typeof setting === 'string') return { kind: setting as 'failFast' | 'collect' | 'ignore' };
  const { count, share } = (setting as JsonObject)['tolerate'] as {
    readonly count?: number;
    readonly share?: number;
  };
  return { kind: 'tolerate', count: count ?? null, share: share ?? null };
}
