import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, Modal, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '#definition';
import { JsonField } from '../designer/inspector/json-field.js';
import { SetVariable } from './decisions.operations.js';
import { scopeWords } from './list-variables.js';
import type { ListedVariable } from './list-variables.js';
import { useDecision } from './use-decision.js';

interface Properties {
  readonly executionId: string;
  readonly variable: ListedVariable;
  readonly onClose: (changed: boolean) => void;
}

/** Gives a variable another value while the execution runs. */
export function VariableDialog({ executionId, variable, onClose }: Properties) {
  const { name, scopePath, type } = variable;
  const [value, setValue] = useState<Json | undefined>(variable.value);
  const [setVariable] = useMutation(SetVariable);
  const { busy, decide } = useDecision();

  async function save() {
    const done = await decide(
      {
        failed: `“${name}” was not changed`,
        done: `“${name}” is changed. Steps that start from now on see it.`,
      },
      async () =>
        (await setVariable({ variables: { id: executionId, scopePath, name, value: value ?? null } })).data
          ?.setVariable,
    );
    if (done) onClose(true);
  }

  return (
    <Modal opened onClose={() => onClose(false)} title={`Change “${name}”`}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {scopeWords(scopePath)}. What has read it already is not done again.
        </Text>
        <ValueField type={type} value={value} onChange={setValue} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={busy} onClick={() => onClose(false)}>
            Leave as it is
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            Change
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ValueProperties {
  readonly type: ListedVariable['type'];
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

function ValueField({ type, value, onChange }: ValueProperties) {
  switch (type) {
    case 'number':
      return (
        <NumberInput
          label="Value"
          data-autofocus
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'boolean':
      return (
        <Checkbox
          label="True"
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'string':
      return (
        <Textarea
          label="Value"
          data-autofocus
          autosize
          minRows={2}
          maxRows={10}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return <JsonField label="Value, as JSON" value={value} error="" onChange={onChange} />;
  }
}
