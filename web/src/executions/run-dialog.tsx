import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Modal, Skeleton, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { canonicalText } from '#definition';
import type { JsonObject } from '#definition';
import { asDefinition } from '../canvas/as-definition.js';
import { DesignedWorkflow } from '../designer/designer.operations.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { notifyFailure, notifyRefusal } from '../ui/notify.js';
import { StartExecution } from './executions.operations.js';
import { RunFormView } from './run-form-view.js';
import { runFormOf } from './run-form-model.js';

interface Properties {
  readonly workflow: { readonly id: string; readonly name: string; readonly collectionId: string | null };
  /** Inputs of an earlier execution to begin with. */
  readonly known?: JsonObject;
  readonly onClose: () => void;
}

const nothingKnown: JsonObject = {};

/** Asks for the inputs and documents of one run of a workflow's published version, and starts it. */
export function RunDialog({ workflow, known = nothingKnown, onClose }: Properties) {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(DesignedWorkflow, {
    variables: { id: workflow.id },
    fetchPolicy: 'network-only',
  });
  const [start] = useMutation(StartExecution, { refetchQueries: ['Executions'] });
  const published = data?.workflow.publishedVersion;
  const form = useMemo(
    () => (published ? runFormOf(asDefinition(published.definition), known) : null),
    [published, known],
  );
  // One key for one dialog: a second click cannot start a second execution.
  const idempotencyKey = useMemo(() => makeKey(), []);

  async function run(input: JsonObject, documentIds: readonly string[]) {
    try {
      const { data: answer } = await start({
        variables: {
          input: {
            workflowId: workflow.id,
            input,
            documentIds: documentIds.length > 0 ? [...documentIds] : null,
            idempotencyKey,
          },
        },
      });
      const execution = answer?.startExecution.execution;
      if (!execution) {
        notifyRefusal('The workflow was not started', answer?.startExecution.problems ?? []);
        return;
      }
      onClose();
      void navigate(`/executions/${execution.id}`);
    } catch (reason) {
      notifyFailure('The workflow was not started', reason);
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Run “${workflow.name}”`}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Stack role="status" aria-label="Loading">
          <Skeleton height={60} />
          <Skeleton height={120} />
        </Stack>
      )}
      {data && !published && (
        <Alert icon={<IconInfoCircle size={18} />} title="Not published yet">
          Only a published workflow can run. Open it, publish it, and run it then.
          <Button mt="sm" display="block" onClick={() => void navigate(`/workflows/${workflow.id}`)}>
            Open the workflow
          </Button>
        </Alert>
      )}
      {form && published && (
        <RunFormView
          form={form}
          version={published.number}
          outdated={isOutdated(data?.workflow.definition, published.definition)}
          collectionId={data?.workflow.collection?.id ?? workflow.collectionId}
          onCancel={onClose}
          onRun={run}
        />
      )}
    </Modal>
  );
}

/** Whether the draft was changed after it was published: what runs is then not what the designer shows. */
function isOutdated(draft: unknown, published: unknown): boolean {
  return canonicalText(asDefinition(draft)) !== canonicalText(asDefinition(published));
}

/** `randomUUID` exists only in secure contexts; a page opened by a machine's name is none. */
function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `page-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
