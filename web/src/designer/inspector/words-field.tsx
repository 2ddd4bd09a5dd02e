import { TagsInput } from '@mantine/core';
import type { Json } from '#definition';

interface Properties {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  /** Whether digits alone are a number. */
  readonly numbers: boolean;
  readonly value: Json | undefined;
  readonly initial: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

/** Some short texts, each entered with Enter. */
export function WordsField({ label, description, error, numbers, value, initial, onChange }: Properties) {
  const words = wordsIn(value);
  return (
    <TagsInput
      label={label}
      description={description}
      error={error}
      placeholder={words.length === 0 ? wordsIn(initial).join(', ') || 'Enter adds another' : ''}
      splitChars={[',', ';']}
      acceptValueOnBlur
      value={words}
      onChange={(next) => {
        const read = next.map((word) => (numbers && /^\d+$/.test(word.trim()) ? Number(word) : word.trim()));
        onChange(read.length === 0 ? undefined : read);
      }}
    />
  );
}

function wordsIn(value: Json | undefined): string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
  return list.map((word) => (typeof word === 'string' ? word : JSON.stringify(word)));
}
