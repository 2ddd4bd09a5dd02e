import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '#definition';
import { isSameValue, readAny } from './any-value.js';
import { useDraft } from './use-draft.js';

interface Properties {
  readonly label: string;
  readonly description?: string;
  readonly value: Json | undefined;
  readonly error: string;
  readonly onChange: (value: Json | undefined) => void;
}

/** A value written as JSON; text that is none yet stays in the field and changes nothing. */
export function JsonField({ label, description, value, error, onChange }: Properties) {
  const [mistake, setMistake] = useState('');
  const written = value === undefined ? '' : JSON.stringify(value, null, 2);
  // What was typed stays as it was typed: written anew it might be longer, and what is below would jump.
  const [typed, setTyped] = useState('');
  const text = isSameValue(readAny(typed), value) ? typed : written;
  const [kept, setKept] = useState<string | null>(null);
  const [draft, setDraft, commit] = useDraft(kept ?? text, (next) => {
    if (next.trim() === '') {
      setKept(null);
      setMistake('');
      onChange(undefined);
      return;
    }
    try {
      const parsed = JSON.parse(next) as Json;
      setTyped(next);
      setKept(null);
      setMistake('');
      onChange(parsed);
    } catch (reason) {
      setKept(next);
      setMistake(`This is not JSON: ${reason instanceof Error ? reason.message : String(reason)}`);
    }
  });
  return (
    <Textarea
      label={label}
      description={description}
      placeholder="{ }"
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      autosize
      minRows={2}
      maxRows={12}
      error={mistake || error || undefined}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
    />
  );
}
