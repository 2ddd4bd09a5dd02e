import { print } from 'graphql';
import { useEffect, useState } from 'react';
import type { ExecutionEventsSubscription, LoggedEventFragment } from '../graphql/generated/graphql.js';
import { liveSocket } from '../graphql/live-socket.js';
import { ExecutionEvents } from './executions.operations.js';
import { lastSequence, mergeEvents } from './log-lines.js';

const query = print(ExecutionEvents);

/**
 * The events of an execution, streaming. After a break the socket subscribes again by itself and reads
 * `after` anew, so the stream goes on where it stopped.
 */
export function useExecutionLog(executionId: string): readonly LoggedEventFragment[] {
  const [log, setLog] = useState<{ readonly id: string; readonly events: readonly LoggedEventFragment[] }>({
    id: executionId,
    events: [],
  });

  useEffect(() => {
    let events: readonly LoggedEventFragment[] = [];
    let arrived: LoggedEventFragment[] = [];
    let frame: number | null = null;
    const show = () => {
      frame = null;
      events = mergeEvents(events, arrived);
      arrived = [];
      setLog({ id: executionId, events });
    };
    const variables = {
      id: executionId,
      get after() {
        return Math.max(lastSequence(events), ...arrived.map(({ sequence }) => sequence));
      },
    };
    const unsubscribe = liveSocket.subscribe<ExecutionEventsSubscription>(
      { query, variables },
      {
        next: ({ data }) => {
          if (!data) return;
          arrived.push(data.executionEvents);
          frame ??= requestAnimationFrame(show);
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
    return () => {
      unsubscribe();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [executionId]);

  return log.id === executionId ? log.events : [];
}
