import { Navigate, Outlet, useLocation } from 'react-router';
import { useSessionStore } from './session-store.js';

/** Lets signed-in people through; others sign in first and come back to where they wanted to go. */
export function RequireSession() {
  const session = useSessionStore((state) => state.session);
  const { pathname, search } = useLocation();
  return session ? <Outlet /> : <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
}
