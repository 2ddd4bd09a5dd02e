import { useMutation } from '@apollo/client/react';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { JsonObject, WorkflowDefinition } from '#definition';
import { notifyFailure, notifyRefusal } from '../ui/notify.js';
import { StartExecution } from './executions.operations.js';
import { runFormOf } from './run-form-model.js';
import { RunFormView } from './run-form-view.js';
import type { PublishedWorkflow } from './run-dialog.js';
import { makeStartKey } from './start-key.js';

interface Properties {
  readonly workflow: PublishedWorkflow;
  readonly definition: WorkflowDefinition;
  /** Inputs of an earlier execution to begin with. */
  readonly known: JsonObject;
  readonly onClose: () => void;
}

/** Asks for the inputs and documents of one run, and starts it. */
export function RunOnce({ workflow, definition, known, onClose }: Properties) {
  const navigate = useNavigate();
  const [start] = useMutation(StartExecution, { refetchQueries: ['Executions'] });
  const form = useMemo(() => runFormOf(definition, known), [definition, known]);
  const idempotencyKey = useMemo(() => makeStartKey(), []);

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
    <RunFormView
      form={form}
      version={workflow.version}
      outdated={workflow.outdated}
      collectionId={workflow.collectionId}
      onCancel={onClose}
      onRun={run}
    />
  );
}
