import { Button, Checkbox, Group, NumberInput, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { findStepType } from '#definition';
import type { Fact, Json, JsonObject, StepDefinition } from '#definition';
import { AnyField } from '../designer/inspector/any-field.js';
import { JsonField } from '../designer/inspector/json-field.js';
import { humanise } from '../ui/format.js';

interface Properties {
  readonly step: StepDefinition;
  readonly busy: boolean;
  readonly onSkip: (output: JsonObject | null) => void;
  readonly onClose: () => void;
}

type Mode = 'none' | 'form' | 'json';

/** Going on without a step: as if it had been skipped, or with facts given in its place. */
export function SkipForm({ step, busy, onSkip, onClose }: Properties) {
  const facts = findStepType(step.type)?.facts(step) ?? [];
  const [mode, setMode] = useState<Mode>('none');
  const [output, setOutput] = useState<JsonObject>({});
  const set = (name: string, value: Json | undefined) => {
    const { [name]: _before, ...rest } = output;
    setOutput(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <Stack gap="sm" role="group" aria-label="Skip">
      <SegmentedControl
        fullWidth
        size="xs"
        value={mode}
        onChange={(next) => setMode(next as Mode)}
        data={[
          { value: 'none', label: 'Without output' },
          ...(facts.length > 0 ? [{ value: 'form', label: 'With an output' }] : []),
          { value: 'json', label: 'As JSON' },
        ]}
      />
      <Text size="xs" c="dimmed">
        {mode === 'none'
          ? 'Steps that need this one are skipped as well; the others go on.'
          : 'The execution goes on as if the step had given these values.'}
      </Text>
      {mode === 'form' &&
        facts.map((fact) => (
          <FactField
            key={fact.name}
            fact={fact}
            value={output[fact.name]}
            onChange={(next) => set(fact.name, next)}
          />
        ))}
      {mode === 'json' && (
        <JsonField
          label="Output"
          description="An object of facts by name."
          value={output}
          error=""
          onChange={(next) =>
            setOutput(
              typeof next === 'object' && next !== null && !Array.isArray(next) ? (next as JsonObject) : {},
            )
          }
        />
      )}
      <Group gap="xs">
        <Button loading={busy} onClick={() => onSkip(mode === 'none' ? null : output)}>
          Skip the step
        </Button>
        <Button variant="subtle" disabled={busy} onClick={onClose}>
          Back
        </Button>
      </Group>
    </Stack>
  );
}

interface FactProperties {
  readonly fact: Fact;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

function FactField({ fact: { name, type, description }, value, onChange }: FactProperties) {
  const common = { label: humanise(name), description };
  switch (type) {
    case 'number':
      return (
        <NumberInput
          {...common}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'boolean':
      return (
        <Checkbox
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'string':
      return (
        <Textarea
          {...common}
          autosize
          minRows={1}
          maxRows={5}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
    default:
      return <AnyField {...common} value={value} onChange={onChange} />;
  }
}
