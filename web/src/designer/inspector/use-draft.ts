import { useEffect, useRef, useState } from 'react';

/** Typing pauses this long become one entry of the history. */
const PAUSE_MS = 450;

/**
 * Text being typed, handed on after a pause, on leaving the field, and when the field goes away; so that
 * undo goes back by what was typed, not by letters.
 * @returns the text to show, what to call when it changes, and what to call when the field is left
 */
export function useDraft(
  value: string,
  onCommit: (value: string) => void,
): readonly [string, (next: string) => void, () => void] {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<string | null>(null);
  const commitNow = useRef(() => undefined as void);

  useEffect(() => {
    commitNow.current = () => {
      const next = pending.current;
      pending.current = null;
      setDraft(null);
      if (next !== null && next !== value) onCommit(next);
    };
  });

  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => commitNow.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft]);

  useEffect(() => () => commitNow.current(), []);

  return [
    draft ?? value,
    (next) => {
      pending.current = next;
      setDraft(next);
    },
    () => commitNow.current(),
  ];
}
