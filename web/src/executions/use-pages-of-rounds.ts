import { useCallback, useEffect, useRef, useState } from 'react';
import type { StepStatus } from '../graphql/generated/graphql.js';
import { apollo } from '../graphql/client.js';
import { StepsIn } from './instances.operations.js';
import { roundOfPath } from './instance-path.js';
import { roundOfRow } from './step-rows.js';
import type { Round } from './step-rows.js';

const PAGE = 50;

export interface RoundPages {
  readonly rounds: readonly Round[];
  readonly total: number;
  readonly more: boolean;
  readonly loading: boolean;
  readonly loadMore: () => void;
}

interface State {
  readonly rounds: readonly Round[];
  readonly total: number;
  readonly after: string | null;
  readonly more: boolean;
}

const nothing: State = { rounds: [], total: 0, after: null, more: true };

/** The rounds of a loop that have ended, page by page: a loop may have had a million of them. */
export function usePagesOfRounds(
  executionId: string,
  loop: string,
  statuses: readonly StepStatus[],
  active: boolean,
): RoundPages {
  const [state, setState] = useState<State>(nothing);
  const [loading, setLoading] = useState(false);
  const wanted = statuses.join();
  const asked = useRef('');
  const key = `${executionId} ${loop} ${wanted}`;

  const load = useCallback(
    async (after: string | null) => {
      setLoading(true);
      try {
        const { data } = await apollo.query({
          query: StepsIn,
          variables: {
            id: executionId,
            parentPath: loop,
            statuses: wanted === '' ? [] : (wanted.split(',') as StepStatus[]),
            first: PAGE,
            after,
          },
          fetchPolicy: 'network-only',
        });
        if (!data || asked.current !== key) return;
        const { nodes, pageInfo, totalCount } = data.executionSteps;
        const found = nodes.flatMap((row): readonly Round[] => {
          const round = roundOfPath(row.path);
          return round ? [roundOfRow(round.index, row)] : [];
        });
        setState((before) => ({
          rounds: after === null ? found : [...before.rounds, ...found],
          total: totalCount,
          after: pageInfo.endCursor ?? null,
          more: pageInfo.hasNextPage,
        }));
      } catch {
        if (asked.current === key) setState((before) => ({ ...before, more: false }));
      } finally {
        setLoading(false);
      }
    },
    [executionId, loop, wanted, key],
  );

  useEffect(() => {
    if (!active) return;
    asked.current = key;
    setState(nothing);
    void load(null);
  }, [active, key, load]);

  const { rounds, total, more, after } = state;
  return { rounds, total, more, loading, loadMore: () => void load(after) };
}
