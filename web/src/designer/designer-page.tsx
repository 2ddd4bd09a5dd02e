import { useQuery } from '@apollo/client/react';
import { Skeleton, Stack } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { FailureNotice } from '../ui/failure-notice.js';
import { Designer } from './designer.js';
import { DesignedWorkflow } from './designer.operations.js';
import { openDocument } from './store/designer-store.js';
import { documentOf } from './store/document-of.js';
import { noteSelection } from './store/selection-store.js';

/** Loads a workflow and opens it in the designer. */
export function DesignerPage() {
  const { id = '' } = useParams();
  const [opened, setOpened] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(DesignedWorkflow, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const workflow = data?.workflow.id === id ? data.workflow : null;
  useDocumentTitle(workflow ? `${workflow.name} · Sluice` : 'Workflow · Sluice');

  useEffect(() => {
    if (!workflow || opened === workflow.id) return;
    openDocument(documentOf(workflow));
    noteSelection([], []);
    setOpened(workflow.id);
  }, [workflow, opened]);

  if (error && !workflow) {
    return (
      <Stack p="xl">
        <FailureNotice error={error} onRetry={() => void refetch().catch(() => undefined)} />
      </Stack>
    );
  }
  if (!workflow || opened !== id) {
    return (
      <Stack p="md" role="status" aria-label="Loading">
        <Skeleton height={40} />
        <Skeleton height={520} />
      </Stack>
    );
  }
  return (
    <ReactFlowProvider key={id}>
      <Designer workflow={workflow} />
    </ReactFlowProvider>
  );
}
