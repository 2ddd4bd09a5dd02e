import type { JsonObject, StepDefinition } from '#definition';
import { plural } from '../ui/format.js';
import { factsOf } from './connection-looks.js';
import type { Round, StepRows } from './step-rows.js';
import { isOpen } from './step-rows.js';

/** How far a loop is. */
export interface LoopCounts {
  readonly ended: number;
  readonly failed: number;
  readonly live: number;
  /** How many there will be, where that is known. */
  readonly total: number | null;
}

/** What the API counted where not all rounds are here. */
export interface Totals {
  readonly succeeded: number;
  readonly failed: number;
  readonly ended: number;
}

export function loopCounts(
  step: StepDefinition,
  path: string,
  rows: StepRows,
  input: unknown,
  totals: Totals | null,
): LoopCounts {
  const rounds: readonly Round[] = [...rows.rounds(path).values()];
  const live = rounds.filter(({ status }) => isOpen(status)).length;
  const facts = factsOf(rows.at(path)?.output);
  const { iteration_count: count, failed_count: failedCount } = facts;
  if (typeof count === 'number') {
    return { ended: count, failed: typeof failedCount === 'number' ? failedCount : 0, live: 0, total: count };
  }
  const failed = totals?.failed ?? rounds.filter(({ status }) => status === 'FAILED').length;
  const ended = totals?.ended ?? rounds.length - live;
  return { ended, failed, live, total: expectedRounds(step, path, input) };
}

/** `12 of 20 rounds, 1 failed`. */
export function countsLine({ ended, failed, live, total }: LoopCounts): string {
  if (ended + live === 0 && total === null) return '';
  const rounds =
    total === null ? plural(ended, 'round') : `${ended.toLocaleString()} of ${plural(total, 'round')}`;
  return failed === 0 ? rounds : `${rounds}, ${failed.toLocaleString()} failed`;
}

/** Where the number of rounds can be read off the settings and the input; null where only the engine knows. */
export function expectedRounds(
  { configuration }: StepDefinition,
  path: string,
  input: unknown,
): number | null {
  // Inside another loop each round may have a list of its own.
  if (path.includes('[')) return null;
  const mode = configuration['mode'] ?? 'forEach';
  const text = configuration[mode === 'times' ? 'times' : 'items'];
  if (typeof text !== 'string' || (mode !== 'times' && mode !== 'forEach')) return null;
  const literal = mode === 'times' ? /^\s*(\d{1,7})\s*$/.exec(text)?.[1] : undefined;
  if (literal !== undefined) return Number(literal);
  const name = /^\s*input\.([\p{L}_][\p{L}\p{N}_]*)\s*$/u.exec(text)?.[1];
  const value = name === undefined ? undefined : ((input ?? {}) as JsonObject)[name];
  if (mode === 'times') return typeof value === 'number' ? value : null;
  return Array.isArray(value) ? value.length : null;
}
