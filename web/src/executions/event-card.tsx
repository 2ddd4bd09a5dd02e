import { useMutation } from '@apollo/client/react';
import { Button, Code, Text } from '@mantine/core';
import { IconBell, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Json } from '#definition';
import { AnyField } from '../designer/inspector/any-field.js';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { DecisionCard } from './decision-card.js';
import { SendEvent } from './decisions.operations.js';
import { useDecision } from './use-decision.js';

interface Properties {
  readonly executionId: string;
  readonly row: StepRowFragment;
}

/** A step that waits for an event, which a person may send as well as a program. */
export function EventCard({ executionId, row }: Properties) {
  const [payload, setPayload] = useState<Json | undefined>();
  const [send] = useMutation(SendEvent);
  const { busy, decide } = useDecision();
  const name = eventOf(row);
  return (
    <DecisionCard
      icon={IconBell}
      title="Waits for an event"
      color="blue"
      dueAt={row.dueAt}
      whenDue="it goes on without it"
    >
      <Text size="sm">
        It goes on when the event <Code>{name}</Code> comes. Programs send it over the API; you can send it
        here.
      </Text>
      <AnyField
        label="Payload"
        description="Optional. What reads as JSON is that, anything else is text."
        value={payload}
        onChange={setPayload}
      />
      <Button
        leftSection={<IconSend size={16} />}
        loading={busy}
        style={{ alignSelf: 'flex-start' }}
        onClick={() =>
          void decide(
            { failed: 'The event was not sent', done: `The event “${name}” is sent.` },
            async () => {
              const variables = { id: executionId, name, payload: payload ?? null, path: row.path };
              return (await send({ variables })).data?.sendEvent;
            },
          )
        }
      >
        Send the event
      </Button>
    </DecisionCard>
  );
}

/** The name of the event with its templates filled in. */
export function eventOf({ configuration }: Pick<StepRowFragment, 'configuration'>): string {
  const { event } = (configuration ?? {}) as { readonly event?: unknown };
  return typeof event === 'string' ? event : '';
}
