import { Textarea } from '@mantine/core';
import type { Json } from '#definition';
import { useState } from 'react';
import { isSameValue, readAny, writeAny } from './any-value.js';
import { useDraft } from './use-draft.js';

interface Properties {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

/** Any value: what reads as JSON is that, anything else is text. */
export function AnyField({ label, description, error, value, onChange }: Properties) {
  // What was typed stays as it was typed: written anew it might be longer, and what is below would jump.
  const [typed, setTyped] = useState('');
  const text = isSameValue(readAny(typed), value) ? typed : writeAny(value);
  const [draft, setDraft, commit] = useDraft(text, (next) => {
    setTyped(next);
    onChange(readAny(next));
  });
  return (
    <Textarea
      label={label}
      description={description}
      error={error}
      autosize
      minRows={2}
      maxRows={12}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
    />
  );
}
