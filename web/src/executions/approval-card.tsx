import { useMutation } from '@apollo/client/react';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconCheck, IconUserQuestion, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { DecisionCard } from './decision-card.js';
import { Approve } from './decisions.operations.js';
import { mayDecide } from './needs-you.js';
import { useDecision } from './use-decision.js';
import { usePerson } from './use-person.js';

interface Properties {
  readonly executionId: string;
  readonly row: StepRowFragment;
}

/** A question to a person: who may answer, until when, and the answer. */
export function ApprovalCard({ executionId, row }: Properties) {
  const [comment, setComment] = useState('');
  const [approve] = useMutation(Approve);
  const { busy, decide } = useDecision();
  const allowed = mayDecide(row, usePerson());
  const assignees = row.approval?.assignees ?? [];

  function answer(approved: boolean) {
    void decide({ failed: approved ? 'Not approved' : 'Not rejected' }, async () => {
      const variables = { id: executionId, path: row.path, approved, comment: comment.trim() || null };
      return (await approve({ variables })).data?.approve;
    });
  }

  return (
    <DecisionCard
      icon={IconUserQuestion}
      title="A decision is needed"
      dueAt={row.dueAt}
      whenDue="it goes on without one"
    >
      <Text
        size="sm"
        fw={550}
        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        data-testid="question"
      >
        {row.approval?.message || 'May it go on?'}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {assignees.length === 0
          ? 'Everybody who sees this execution may decide.'
          : `May decide: ${assignees.join(', ')}.`}
      </Text>
      {allowed ? (
        <>
          <Textarea
            label="Comment"
            placeholder="Optional; later steps can read it"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4_000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <Group gap="xs" grow>
            <Button leftSection={<IconCheck size={16} />} loading={busy} onClick={() => answer(true)}>
              Approve
            </Button>
            <Button
              variant="default"
              c="red"
              leftSection={<IconX size={16} />}
              disabled={busy}
              onClick={() => answer(false)}
            >
              Reject
            </Button>
          </Group>
        </>
      ) : (
        <Text size="sm">You are not among those who may decide this.</Text>
      )}
    </DecisionCard>
  );
}
