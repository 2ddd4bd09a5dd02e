import { create } from 'zustand';

export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  readonly role: 'ADMIN' | 'MEMBER';
}

/** What a signed-in browser keeps; the refresh token is good for one use. */
export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** End of the access token, ISO 8601. */
  readonly expiresAt: string;
  readonly user: SessionUser;
}

const KEY = 'sluice.session';

interface SessionState {
  readonly session: Session | null;
  /** Set when the session ended by itself, so that the sign-in page can say so. */
  readonly ended: boolean;
}

export const useSessionStore = create<SessionState>(() => ({ session: readSession(), ended: false }));

/** The session as the browser's storage has it: another tab may have renewed or ended it. */
export function readSession(): Session | null {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : (JSON.parse(text) as Session);
  } catch {
    return null;
  }
}

export function keepSession(session: Session): void {
  localStorage.setItem(KEY, JSON.stringify(session));
  useSessionStore.setState({ session, ended: false });
}

/** Forgets the session; `ended` when nobody asked for it. */
export function forgetSession(ended: boolean): void {
  localStorage.removeItem(KEY);
  useSessionStore.setState({ session: null, ended });
}

/** Follows sign-ins, renewals and sign-outs in other tabs. */
export function followOtherTabs(): void {
  addEventListener('storage', (event) => {
    if (event.key === KEY) useSessionStore.setState({ session: readSession() });
  });
}
