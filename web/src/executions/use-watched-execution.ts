import { useQuery, useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { liveSocket } from '../graphql/live-socket.js';
import { isClosed } from '../ui/status.js';
import { ExecutionUpdated, WatchedExecution } from './executions.operations.js';

/** Asked again this often while it runs, in case a message got lost between two processes. */
const SAFETY_POLL_MS = 10_000;

/** One execution, kept current by the subscription through the cache. */
export function useWatchedExecution(id: string) {
  const { data, error, loading, refetch } = useQuery(WatchedExecution, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const execution = data?.execution.id === id ? data.execution : null;
  const open = execution !== null && !isClosed(execution.status);
  // Seen open once, it is followed until the API says that this was all: an answer to a decision may tell that it
  // has ended before its last steps are here.
  const [followed, setFollowed] = useState<string | null>(null);
  if (open && followed !== id) setFollowed(id);
  useSubscription(ExecutionUpdated, { variables: { id }, skip: followed !== id });

  useEffect(() => {
    if (!open) return undefined;
    const ask = () => void refetch().catch(() => undefined);
    const timer = setInterval(ask, SAFETY_POLL_MS);
    const stop = liveSocket.on('connected', (_socket, _payload, wasRetry) => {
      if (wasRetry) ask();
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [open, refetch]);

  return { execution, error, loading, refetch };
}
