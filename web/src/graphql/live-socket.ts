import { createClient } from 'graphql-ws';
import { currentAccessToken } from '../session/session-api.js';

const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;

/** One socket for all subscriptions; it authenticates when it connects, so also after a token's end. */
export const liveSocket = createClient({
  url: address,
  lazy: true,
  lazyCloseTimeout: 2_000,
  keepAlive: 12_000,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  retryWait: async (retries) => {
    const pause = Math.min(500 * 2 ** retries, 10_000);
    await new Promise((resume) => setTimeout(resume, pause + Math.random() * 300));
  },
  connectionParams: async () => {
    const token = await currentAccessToken();
    return token === null ? {} : { authorization: `Bearer ${token}` };
  },
});
