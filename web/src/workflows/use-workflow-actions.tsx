import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useNavigate } from 'react-router';
import { formatDefinition } from '#definition';
import { asDefinition } from '../canvas/as-definition.js';
import type { WorkflowCardFragment } from '../graphql/generated/graphql.js';
import { downloadText, fileNameOf } from '../ui/download.js';
import { notifyDone, notifyFailure, notifyRefusal } from '../ui/notify.js';
import { ArchiveWorkflow, DeleteWorkflow, DuplicateWorkflow } from './workflows.operations.js';

/** What can be done with a workflow without opening it. */
export function useWorkflowActions() {
  const navigate = useNavigate();
  const [duplicate] = useMutation(DuplicateWorkflow, { refetchQueries: ['Workflows'] });
  const [archive] = useMutation(ArchiveWorkflow, { refetchQueries: ['Workflows'] });
  const [remove] = useMutation(DeleteWorkflow, {
    update(cache, { data }) {
      if (data)
        cache.evict({ id: cache.identify({ __typename: 'Workflow', id: data.deleteWorkflow.deletedId }) });
      cache.gc();
    },
    refetchQueries: ['Workflows'],
  });

  async function duplicateWorkflow(workflow: WorkflowCardFragment) {
    try {
      const { data } = await duplicate({ variables: { id: workflow.id } });
      const copy = data?.duplicateWorkflow.workflow;
      if (copy) void navigate(`/workflows/${copy.id}`);
      else notifyRefusal('The workflow was not duplicated', data?.duplicateWorkflow.problems ?? []);
    } catch (error) {
      notifyFailure('The workflow was not duplicated', error);
    }
  }

  async function archiveWorkflow(workflow: WorkflowCardFragment) {
    try {
      const { data } = await archive({ variables: { id: workflow.id } });
      if (data?.archiveWorkflow.workflow) notifyDone(`“${workflow.name}” is archived.`);
      else notifyRefusal('The workflow was not archived', data?.archiveWorkflow.problems ?? []);
    } catch (error) {
      notifyFailure('The workflow was not archived', error);
    }
  }

  async function deleteWorkflow(workflow: WorkflowCardFragment) {
    try {
      await remove({ variables: { id: workflow.id } });
      notifyDone(`“${workflow.name}” is deleted.`);
    } catch (error) {
      notifyFailure('The workflow was not deleted', error);
    }
  }

  function askToDelete(workflow: WorkflowCardFragment) {
    modals.openConfirmModal({
      title: `Delete “${workflow.name}”?`,
      children: <Text size="sm">The workflow and its versions are deleted. This cannot be undone.</Text>,
      labels: { confirm: 'Delete', cancel: 'Keep it' },
      confirmProps: { color: 'red' },
      onConfirm: () => void deleteWorkflow(workflow),
    });
  }

  function exportWorkflow(workflow: WorkflowCardFragment) {
    const text = formatDefinition(asDefinition(workflow.definition), 'yaml');
    downloadText(`${fileNameOf(workflow.name)}.yaml`, text, 'application/yaml');
  }

  return {
    duplicateWorkflow: (workflow: WorkflowCardFragment) => void duplicateWorkflow(workflow),
    archiveWorkflow: (workflow: WorkflowCardFragment) => void archiveWorkflow(workflow),
    askToDelete,
    exportWorkflow,
  };
}
