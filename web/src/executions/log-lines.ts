import type { LoggedEventFragment } from '../graphql/generated/graphql.js';

/** Lines kept in the page; older ones stay in the database. */
export const LOG_LIMIT = 20_000;

/**
 * Adds events to a log that is in order of sequence. A reconnect may bring some again, and a batch may
 * overlap: every sequence stands once.
 */
export function mergeEvents(
  log: readonly LoggedEventFragment[],
  arrived: readonly LoggedEventFragment[],
): readonly LoggedEventFragment[] {
  const last = log.at(-1)?.sequence ?? 0;
  const sorted = [...arrived].sort((left, right) => left.sequence - right.sequence);
  const inOrder = sorted.every(({ sequence }, index) => sequence > (sorted[index - 1]?.sequence ?? last));
  const merged = inOrder ? [...log, ...sorted] : bySequence([...log, ...sorted]);
  return merged.length > LOG_LIMIT ? merged.slice(-LOG_LIMIT) : merged;
}

/** Where a subscription goes on after a break. */
export function lastSequence(log: readonly LoggedEventFragment[]): number {
  return log.at(-1)?.sequence ?? 0;
}

/** Verdicts on connections' conditions as far as the log tells them, by the path of their source and their id. */
export function verdictsIn(log: readonly LoggedEventFragment[]): ReadonlyMap<string, boolean> {
  return new Map(
    log.flatMap(({ kind, path, data }) => {
      const { connectionId, result } = (data ?? {}) as { connectionId?: unknown; result?: unknown };
      return kind === 'condition.evaluated' && typeof connectionId === 'string'
        ? [[verdictKey(path ?? '', connectionId), result === 'true' || result === true] as const]
        : [];
    }),
  );
}

/** Where a connection's verdict is kept: it has one in each round. */
export function verdictKey(sourcePath: string, connectionId: string): string {
  return `${sourcePath} ${connectionId}`;
}

function bySequence(events: readonly LoggedEventFragment[]): readonly LoggedEventFragment[] {
  return [...new Map(events.map((event) => [event.sequence, event])).values()].sort(
    (left, right) => left.sequence - right.sequence,
  );
}
