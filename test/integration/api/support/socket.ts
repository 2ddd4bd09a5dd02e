import { createClient } from 'graphql-ws';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import WebSocket from 'ws';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at whatever came
type Result = Omit<ExecutionResult<any>, 'errors'> & { readonly errors?: readonly GraphQLFormattedError[] };

export interface Subscription {
  readonly results: readonly Result[];
  /** Why the server closed the socket, once it has. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** What came until the server ended it. */
  all(): Promise<readonly Result[]>;
  /** Waits until as many have come. */
  count(number: number): Promise<readonly Result[]>;
  /** Ends the subscription from here. */
  stop(): void;
  /** Cuts the connection without a word. */
  cut(): void;
}

/** One subscription on a socket of its own, over graphql-transport-ws. */
export function subscribe(
  url: string,
  token: string | null,
  query: string,
  variables: Record<string, unknown> = {},
): Subscription {
  const results: Result[] = [];
  let close: (event: { code: number; reason: string }) => void = () => undefined;
  const closed = new Promise<{ code: number; reason: string }>((resolve) => (close = resolve));
  let socket: WebSocket | undefined;
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    ...(token === null ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
    on: {
      opened: (opened) => (socket = opened as WebSocket),
      closed: (event) => close(event as { code: number; reason: string }),
    },
  });
  const waiting: (() => void)[] = [];
  const wake = () => waiting.splice(0).forEach((resolve) => resolve());
  let ended = false;
  let stop = () => undefined as void;
  const all = new Promise<readonly Result[]>((resolve) => {
    const finish = () => {
      ended = true;
      resolve(results);
      wake();
      void client.dispose();
    };
    stop = client.subscribe<Record<string, unknown>>(
      { query, variables },
      {
        next: (result) => {
          results.push(result as Result);
          wake();
        },
        error: (error) => {
          if (Array.isArray(error)) results.push({ data: null, errors: error as GraphQLFormattedError[] });
          finish();
        },
        complete: finish,
      },
    );
  });
  return {
    results,
    closed,
    all: () => all,
    count: async (number) => {
      while (results.length < number && !ended) await new Promise<void>((resolve) => waiting.push(resolve));
      return results;
    },
    stop: () => stop(),
    cut: () => socket?.terminate(),
  };
}
