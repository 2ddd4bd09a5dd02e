import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;

/** Connection lost, out of resources, shut down by an operator, conflict with another transaction. */
const TRANSIENT_SQLSTATE = /^(08|53|57P|40)/;
/** Bad data, broken constraint. */
const REFUSING_SQLSTATE = /^(22|23)...$/;
/** A connection that is lost, as its user meets it: at once, at the next statement, or when none can be made. */
const LOST_CONNECTION =
  /connection terminated|query runner already released|connection error and is not queryable|timeout exceeded when trying to connect/i;
const TRANSIENT_SYSTEM_CODE = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)/;

/**
 * Repeats a write for as long as the database is away, so that an outage delays a step instead of
 * failing it. Other errors pass through at once; after an abort, the last one does.
 */
export async function keepTrying<T>(action: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    try {
      return await action();
    } catch (error) {
      if (signal.aborted || !isTransient(error)) throw error;
      await sleep(delay, undefined, { signal }).catch(() => undefined);
    }
  }
}

/** Whether the same may work later: the database is away or busy. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (
    TRANSIENT_SQLSTATE.test(code) || TRANSIENT_SYSTEM_CODE.test(code) || LOST_CONNECTION.test(error.message)
  );
}

/** Whether the database will refuse the same again, however often it is asked. */
export function isRefusedForGood(error: unknown): boolean {
  return error instanceof Error && REFUSING_SQLSTATE.test(codeOf(error));
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
