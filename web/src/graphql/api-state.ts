import { create } from 'zustand';

/** Whether the API answers, as far as the last request knows. */
export const useApiState = create<{ readonly reachable: boolean }>(() => ({ reachable: true }));

export function setReachable(reachable: boolean): void {
  if (useApiState.getState().reachable !== reachable) useApiState.setState({ reachable });
}

/** Asks the API whether it is ready to serve. */
export async function askWhetherReady(): Promise<boolean> {
  try {
    const response = await fetch('/readyz', { cache: 'no-store' });
    return response.ok;
  } catch {
    return false;
  }
}
