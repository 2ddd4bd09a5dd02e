import { Group, NumberInput, Select } from '@mantine/core';
import type { Json } from '#definition';
import { humanise } from '../../ui/format.js';
import { amountAt, withAmount } from './amounts.js';
import type { SettingShape } from './setting-fields.js';

interface Properties {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly shape: Extract<SettingShape, { kind: 'either' }>;
  readonly value: Json | undefined;
  readonly initial: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

/** One of some words, or a number. */
export function EitherField({ label, description, error, shape, value, initial, onChange }: Properties) {
  const { words, amounts } = shape;
  const current = value ?? initial;
  const chosen = amounts.findIndex(({ path }) => amountAt(current, path) !== null);
  const amount = amounts[chosen];
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <Select
        style={{ flex: 1 }}
        label={label}
        description={description}
        error={error}
        allowDeselect={false}
        data={[
          ...words.map((word) => ({ value: `word ${word}`, label: humanise(word) })),
          ...amounts.map(({ title }, index) => ({ value: `amount ${index}`, label: title })),
        ]}
        value={chosen >= 0 ? `amount ${chosen}` : typeof current === 'string' ? `word ${current}` : null}
        onChange={(next) => {
          if (next?.startsWith('word ')) onChange(next.slice(5));
          const other = next?.startsWith('amount ') ? amounts[Number(next.slice(7))] : undefined;
          if (other) onChange(withAmount(other.path, other.whole ? Math.max(1, other.minimum ?? 1) : 0.1));
        }}
      />
      {amount && (
        <NumberInput
          w={110}
          aria-label={amount.title}
          allowDecimal={!amount.whole}
          step={amount.whole ? 1 : 0.05}
          {...(amount.minimum === null ? {} : { min: amount.minimum })}
          {...(amount.maximum === null ? {} : { max: amount.maximum })}
          value={amountAt(current, amount.path) ?? ''}
          onChange={(next) => typeof next === 'number' && onChange(withAmount(amount.path, next))}
        />
      )}
    </Group>
  );
}
