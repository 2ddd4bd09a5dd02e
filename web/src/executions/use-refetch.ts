import { useEffect, useRef } from 'react';

const PAUSE_MS = 1_500;

/**
 * Asks again while an execution moves on, at most every one and a half seconds.
 * @param sequence rises when the execution has moved on
 */
export function useRefetch(sequence: number, refetch: () => Promise<unknown>, active = true): void {
  const last = useRef({ sequence, at: Date.now() });

  useEffect(() => {
    if (!active || last.current.sequence === sequence) return undefined;
    const wait = Math.max(0, PAUSE_MS - (Date.now() - last.current.at));
    const timer = setTimeout(() => {
      last.current = { sequence, at: Date.now() };
      // The next change asks again.
      void refetch().catch(() => undefined);
    }, wait);
    return () => clearTimeout(timer);
  }, [sequence, refetch, active]);
}
