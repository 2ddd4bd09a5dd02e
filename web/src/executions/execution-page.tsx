import { Skeleton, Stack } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { ReactFlowProvider } from '@xyflow/react';
import { useParams } from 'react-router';
import { FailureNotice } from '../ui/failure-notice.js';
import { ExecutionView } from './execution-view.js';
import { useWatchedExecution } from './use-watched-execution.js';

/** Loads an execution and shows it, live. */
export function ExecutionPage() {
  const { id = '' } = useParams();
  const { execution, error, refetch } = useWatchedExecution(id);
  useDocumentTitle(execution ? `${execution.name} · Sluice` : 'Execution · Sluice');
  if (!execution) {
    return (
      <Stack p="xl" gap="md">
        {error ? (
          <FailureNotice error={error} onRetry={() => void refetch().catch(() => undefined)} />
        ) : (
          <div role="status" aria-label="Loading">
            <Skeleton height={48} mb="md" />
            <Skeleton height={420} />
          </div>
        )}
      </Stack>
    );
  }
  return (
    <ReactFlowProvider key={execution.id}>
      <ExecutionView execution={execution} />
    </ReactFlowProvider>
  );
}
