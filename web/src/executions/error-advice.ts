import { FAILURE_CODES } from '#definition';
import type { FailureCode } from '#definition';

const known: Readonly<Record<string, FailureCode>> = FAILURE_CODES;

/** What to try when an execution or step failed; a provider may give codes of its own. */
export function adviceFor(code: string): string {
  const advice = Object.hasOwn(known, code) ? known[code]?.advice : undefined;
  return advice ?? 'Look at the log and at the step’s settings, then run again.';
}
