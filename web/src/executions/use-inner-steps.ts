import { useEffect, useRef, useState } from 'react';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { apollo } from '../graphql/client.js';
import { StepsIn } from './instances.operations.js';

/** Asked again at most this often while the execution moves on. */
const PAUSE_MS = 1_500;
const MOST_STEPS = 100;

const none: readonly StepRowFragment[] = [];

/**
 * The steps of the scope instances that are shown, asked for one by one: of a long execution the API gives only an
 * outline at once.
 * @param scopes paths of rounds and containers, joined by blanks; empty when nothing has to be asked for
 * @param sequence rises when the execution has moved on
 */
export function useInnerSteps(
  executionId: string,
  scopes: string,
  sequence: number,
): readonly StepRowFragment[] {
  const [rows, setRows] = useState(none);
  const last = useRef({ scopes: '', at: 0 });

  useEffect(() => {
    if (scopes === '') return undefined;
    let wanted = true;
    const since = Date.now() - last.current.at;
    const wait = last.current.scopes === scopes ? Math.max(0, PAUSE_MS - since) : 0;
    const timer = setTimeout(() => {
      last.current = { scopes, at: Date.now() };
      void Promise.all(scopes.split(' ').map((scope) => stepsIn(executionId, scope))).then((found) => {
        if (wanted) setRows(found.flat());
      });
    }, wait);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [executionId, scopes, sequence]);

  return scopes === '' ? none : rows;
}

async function stepsIn(id: string, parentPath: string): Promise<readonly StepRowFragment[]> {
  try {
    const { data } = await apollo.query({
      query: StepsIn,
      variables: { id, parentPath, first: MOST_STEPS },
      fetchPolicy: 'network-only',
    });
    return data?.executionSteps.nodes ?? none;
  } catch {
    // The next change of the execution asks again.
    return none;
  }
}
