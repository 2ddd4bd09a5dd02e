import { useEffect, useRef, useState } from 'react';
import { apollo } from '../graphql/client.js';
import { LoopTotals } from './instances.operations.js';
import type { Totals } from './loop-counts.js';

const PAUSE_MS = 1_500;

const none: ReadonlyMap<string, Totals> = new Map();

/**
 * How many rounds of the shown loops have ended, counted by the API.
 * @param loops their paths joined by blanks; empty when all rounds are here to be counted
 */
export function useLoopTotals(
  executionId: string,
  loops: string,
  sequence: number,
): ReadonlyMap<string, Totals> {
  const [totals, setTotals] = useState(none);
  const last = useRef(0);

  useEffect(() => {
    if (loops === '') return undefined;
    let wanted = true;
    const timer = setTimeout(
      () => {
        last.current = Date.now();
        void Promise.all(loops.split(' ').map((loop) => totalsOf(executionId, loop))).then((found) => {
          if (wanted) setTotals(new Map(found.flatMap((pair) => (pair ? [pair] : []))));
        });
      },
      Math.max(0, PAUSE_MS - (Date.now() - last.current)),
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [executionId, loops, sequence]);

  return loops === '' ? none : totals;
}

async function totalsOf(id: string, loop: string): Promise<readonly [string, Totals] | null> {
  try {
    const { data } = await apollo.query({
      query: LoopTotals,
      variables: { id, loop },
      fetchPolicy: 'network-only',
    });
    if (!data) return null;
    const { succeeded, failed, ended } = data;
    return [loop, { succeeded: succeeded.totalCount, failed: failed.totalCount, ended: ended.totalCount }];
  } catch {
    return null;
  }
}
