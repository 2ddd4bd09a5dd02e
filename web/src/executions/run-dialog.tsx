import { useQuery } from '@apollo/client/react';
import { Alert, Button, Modal, SegmentedControl, Skeleton, Stack } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { canonicalText } from '#definition';
import type { JsonObject } from '#definition';
import { asDefinition } from '../canvas/as-definition.js';
import { DesignedWorkflow } from '../designer/designer.operations.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { BulkForm } from './bulk/bulk-form.js';
import { fillableInputs } from './bulk/match-columns.js';
import { RunOnce } from './run-once.js';

/** Over one input, or over each row of a table of inputs. */
export type RunMode = 'once' | 'table';

/** What a dialog that starts a workflow knows of it. */
export interface PublishedWorkflow {
  readonly id: string;
  readonly version: number;
  /** Whether the draft was changed after that version. */
  readonly outdated: boolean;
  readonly collectionId: string | null;
}

interface Properties {
  readonly workflow: { readonly id: string; readonly name: string; readonly collectionId: string | null };
  readonly mode?: RunMode;
  /** Inputs of an earlier execution to begin with. */
  readonly known?: JsonObject;
  readonly onClose: () => void;
}

const nothingKnown: JsonObject = {};

/** Asks for what a workflow's published version is to run on, and starts it. */
export function RunDialog({ workflow, mode: first = 'once', known = nothingKnown, onClose }: Properties) {
  const navigate = useNavigate();
  const [mode, setMode] = useState(first);
  const { data, error, refetch } = useQuery(DesignedWorkflow, {
    variables: { id: workflow.id },
    fetchPolicy: 'network-only',
  });
  const found = data?.workflow;
  const published = found?.publishedVersion;
  const definition = useMemo(() => published && asDefinition(published.definition), [published]);
  const takesTables = definition ? fillableInputs(definition.inputs).length > 0 : false;
  const isTable = mode === 'table' && takesTables;
  const parts = published && {
    id: workflow.id,
    version: published.number,
    outdated: isOutdated(found?.definition, published.definition),
    collectionId: found?.collection?.id ?? workflow.collectionId,
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Run “${workflow.name}”`}
      size={isTable ? 860 : 'lg'}
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
      {definition && parts && (
        <>
          {takesTables && (
            <SegmentedControl
              fullWidth
              mb="md"
              aria-label="What to run on"
              value={mode}
              onChange={setMode}
              data={[
                { value: 'once', label: 'One input' },
                { value: 'table', label: 'A table of inputs' },
              ]}
            />
          )}
          {isTable ? (
            <BulkForm workflow={parts} definition={definition} onClose={onClose} />
          ) : (
            <RunOnce workflow={parts} definition={definition} known={known} onClose={onClose} />
          )}
        </>
      )}
    </Modal>
  );
}

/** Whether the draft was changed after it was published: what runs is then not what the designer shows. */
function isOutdated(draft: unknown, published: unknown): boolean {
  return canonicalText(asDefinition(draft)) !== canonicalText(asDefinition(published));
}
