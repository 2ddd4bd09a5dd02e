import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { AuthenticatedFragment } from '../graphql/generated/graphql.js';
import { RefreshSession, SignIn, SignOut } from './session.operations.js';
import { forgetSession, keepSession, readSession, useSessionStore } from './session-store.js';
import type { Session } from './session-store.js';

/** The API refused; `code` is from its closed list. */
export class SessionError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Sessions are made outside the Apollo client, which needs one before it can ask anything. */
async function post<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json().catch(() => ({}))) as Answer<Data>;
  const refusal = answer.errors?.[0];
  if (refusal) throw new SessionError(refusal.extensions?.code ?? 'UNKNOWN', refusal.message);
  if (!answer.data) throw new SessionError('UNAVAILABLE', 'The API did not answer.');
  return answer.data;
}

export async function signIn(email: string, password: string): Promise<void> {
  keepSession(toSession((await post(SignIn, { input: { email, password } })).signIn));
}

/** Ends the session here at once, and at the API when it can be reached. */
export async function signOut(): Promise<void> {
  const session = readSession();
  forgetSession(false);
  if (session) await post(SignOut, { refreshToken: session.refreshToken }).catch(() => undefined);
}

let renewal: Promise<string | null> | null = null;

/** A token that is good for at least half a minute, or null when nobody is signed in. */
export async function currentAccessToken(): Promise<string | null> {
  const { session } = useSessionStore.getState();
  if (!session) return null;
  return Date.parse(session.expiresAt) - Date.now() > 30_000
    ? session.accessToken
    : renewAccessToken(session);
}

/** Trades the refresh token for a new pair; tabs take turns, because each token is good for one use. */
export function renewAccessToken(known: Session): Promise<string | null> {
  renewal ??= inTurn(() => renewOnce(known)).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function renewOnce(known: Session): Promise<string | null> {
  const stored = readSession();
  if (!stored) return null;
  if (stored.refreshToken !== known.refreshToken) {
    useSessionStore.setState({ session: stored });
    return stored.accessToken;
  }
  try {
    const { refreshSession } = await post(RefreshSession, { refreshToken: stored.refreshToken });
    keepSession(toSession(refreshSession));
    return refreshSession.accessToken;
  } catch (error) {
    if (error instanceof SessionError && error.code !== 'UNAVAILABLE' && error.code !== 'RATE_LIMITED') {
      forgetSession(true);
      return null;
    }
    throw error;
  }
}

/** How long a tab keeps its turn after the work: what it stored reaches other tabs later than the end of a turn. */
const SETTLING_MS = 250;

/** Web Locks exist only in secure contexts; elsewhere a tab renews on its own. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (!locks) return work();
  return new Promise((resolve, reject) => {
    void locks.request('sluice.session', async () => {
      const done = work();
      done.then(resolve, reject);
      await done.catch(() => undefined);
      await new Promise((passed) => setTimeout(passed, SETTLING_MS));
    });
  });
}

function toSession(payload: AuthenticatedFragment): Session {
  const { id, email, displayName, role } = payload.user;
  const { accessToken, refreshToken, expiresAt } = payload;
  return { accessToken, refreshToken, expiresAt, user: { id, email, displayName, role } };
}
