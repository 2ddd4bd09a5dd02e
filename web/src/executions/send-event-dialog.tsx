import { useMutation } from '@apollo/client/react';
import { Autocomplete, Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '#definition';
import { AnyField } from '../designer/inspector/any-field.js';
import { SendEvent } from './decisions.operations.js';
import { useDecision } from './use-decision.js';

interface Properties {
  readonly executionId: string;
  /** Names of events that something waits for now. */
  readonly awaited: readonly string[];
  readonly onClose: () => void;
}

/** Sends an event to every step that waits for it. */
export function SendEventDialog({ executionId, awaited, onClose }: Properties) {
  const [name, setName] = useState(awaited[0] ?? '');
  const [payload, setPayload] = useState<Json | undefined>();
  const [send] = useMutation(SendEvent);
  const { busy, decide } = useDecision();

  async function perform() {
    const done = await decide(
      { failed: 'The event was not sent', done: `The event “${name.trim()}” is sent.` },
      async () =>
        (await send({ variables: { id: executionId, name: name.trim(), payload: payload ?? null } })).data
          ?.sendEvent,
    );
    if (done) onClose();
  }

  return (
    <Modal opened onClose={onClose} title="Send an event">
      <Stack gap="md">
        <Autocomplete
          label="Event"
          description={
            awaited.length === 0 ? 'Nothing waits for an event now.' : 'Every step that waits for it gets it.'
          }
          data-autofocus
          data={[...new Set(awaited)]}
          value={name}
          onChange={setName}
        />
        <AnyField
          label="Payload"
          description="Optional. What reads as JSON is that, anything else is text."
          value={payload}
          onChange={setPayload}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={busy} onClick={onClose}>
            Back
          </Button>
          <Button loading={busy} disabled={name.trim() === ''} onClick={() => void perform()}>
            Send
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
