import { useSessionStore } from '../session/session-store.js';
import type { Person } from './needs-you.js';

/** Who is signed in. */
export function usePerson(): Person | null {
  return useSessionStore(({ session }) => session?.user ?? null);
}
