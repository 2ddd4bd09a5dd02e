import { useNavigate } from 'react-router';
import type { ProblemLineFragment } from '../graphql/generated/graphql.js';
import { useDecision } from './use-decision.js';

interface Started {
  readonly execution?: { readonly id: string } | null;
  readonly problems: readonly ProblemLineFragment[];
}

/** Starts an execution and opens it, once at a time, and says when it was refused. */
export function useStarting() {
  const navigate = useNavigate();
  const { busy, decide } = useDecision();

  /** @param failed title of the notice when it was refused */
  async function begin(failed: string, work: () => Promise<Started | undefined>): Promise<boolean> {
    const started: { id: string | null } = { id: null };
    const done = await decide({ failed }, async () => {
      const answer = await work();
      started.id = answer?.execution?.id ?? null;
      return answer;
    });
    if (!done || started.id === null) return false;
    void navigate(`/executions/${started.id}`);
    return true;
  }

  return { busy, begin };
}
