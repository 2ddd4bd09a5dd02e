import { NumberInput, Switch, Textarea } from '@mantine/core';
import { humanise } from '../ui/format.js';
import type { RunField } from './run-form-model.js';

interface Properties {
  readonly field: RunField;
  readonly focused: boolean;
  readonly value: string;
  readonly mistake: string | null;
  readonly onChange: (value: string) => void;
}

/** One input of a run. */
export function RunFieldView({ field, focused, value, mistake, onChange }: Properties) {
  const common = {
    label: humanise(field.name),
    description: field.description || undefined,
    withAsterisk: field.required,
    error: mistake,
    name: field.name,
    ...(focused ? { 'data-autofocus': true } : {}),
  };
  switch (field.kind) {
    case 'flag':
      return (
        <Switch
          label={common.label}
          description={common.description}
          checked={value === 'true'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
        />
      );
    case 'number':
      return <NumberInput {...common} value={value} onChange={(next) => onChange(String(next))} />;
    case 'text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxRows={8}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'json':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={12}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          placeholder={field.expects === 'array' ? '[ ]' : '{ }'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
