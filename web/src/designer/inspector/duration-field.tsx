import { Anchor, Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '#definition';
import { CodeField } from './code-field.js';
import { durationUnits, readDuration, writeDuration } from './durations.js';
import type { Unit } from './durations.js';
import type { KnownName } from './known-names.js';

interface Properties {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Of the placeholder, and of what is typed first. */
  readonly initialUnit?: Unit;
  readonly value: string;
  /** Set where a duration may come out of an expression. */
  readonly template?: { readonly names: () => readonly KnownName[]; readonly problems: readonly Problem[] };
  readonly onChange: (value: string | undefined) => void;
}

/** A length of time: a number and its unit, or a template. */
export function DurationField(properties: Properties) {
  const { label, description, error, placeholder, initialUnit = 'm', value, template, onChange } = properties;
  const read = readDuration(value);
  const [unit, setUnit] = useState<string>(read?.unit ?? initialUnit);
  const [asText, setAsText] = useState(value !== '' && read === null);
  if (template && asText) {
    return (
      <div>
        <CodeField
          kind="template"
          label={label}
          description={description ?? ''}
          value={value}
          placeholder="{{ input.wait }}"
          names={template.names}
          problems={template.problems}
          onChange={(next) => onChange(next === '' ? undefined : next)}
        />
        {(value === '' || read !== null) && (
          <Anchor component="button" type="button" size="xs" onClick={() => setAsText(false)}>
            Write a number instead
          </Anchor>
        )}
      </div>
    );
  }
  const shown = read?.unit ?? unit;
  return (
    <div>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <NumberInput
          style={{ flex: 1, minWidth: 0 }}
          label={label}
          description={description}
          error={error}
          placeholder={placeholder ?? ''}
          min={0}
          decimalScale={3}
          value={read?.amount ?? ''}
          onChange={(amount) =>
            onChange(typeof amount === 'number' ? writeDuration({ amount, unit: shown }) : undefined)
          }
        />
        <Select
          w={112}
          aria-label={`${label}: unit`}
          allowDeselect={false}
          data={[...durationUnits]}
          value={shown}
          onChange={(next) => {
            if (next === null) return;
            setUnit(next);
            if (read) onChange(writeDuration({ amount: read.amount, unit: next }));
          }}
        />
      </Group>
      {template && (
        <Anchor component="button" type="button" size="xs" onClick={() => setAsText(true)}>
          Take it from an expression
        </Anchor>
      )}
    </div>
  );
}
