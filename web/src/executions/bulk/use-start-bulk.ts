import { useMutation } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Json } from '#definition';
import type { RowErrors } from '../../graphql/generated/graphql.js';
import { notifyFailure } from '../../ui/notify.js';
import { makeStartKey } from '../start-key.js';
import { StartBulkExecution } from './bulk.operations.js';
import { sendRows } from './send-rows.js';

/** What becomes of rows that run at the same time, and of those that fail. */
export interface BulkSettings {
  readonly concurrency: number;
  readonly itemErrors: RowErrors;
  readonly name: string;
}

export interface BulkStart extends BulkSettings {
  readonly workflowId: string;
  readonly inputs: readonly Json[];
  readonly documentIds: readonly string[];
  /** What the rows come from, to name a file by. */
  readonly source: string;
}

type Refusal = readonly { readonly message: string }[];

/** Starts a run over a table and opens it; what the API refuses is kept to be shown. */
export function useStartBulk(onStarted: () => void) {
  const navigate = useNavigate();
  const [start] = useMutation(StartBulkExecution, { refetchQueries: ['Executions'] });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>([]);
  const idempotencyKey = useMemo(() => makeStartKey(), []);

  async function startBulk({ inputs, documentIds, source, name, ...others }: BulkStart) {
    setBusy(true);
    setRefusal([]);
    try {
      const input = {
        ...others,
        ...(await sendRows(inputs, source)),
        documentIds: documentIds.length > 0 ? [...documentIds] : null,
        name: name.trim() || null,
        idempotencyKey,
      };
      const answer = (await start({ variables: { input } })).data?.startBulkExecution;
      if (answer?.execution) {
        onStarted();
        void navigate(`/executions/${answer.execution.id}`);
        return;
      }
      setRefusal(answer?.problems ?? []);
    } catch (error) {
      notifyFailure('The rows were not started', error);
    } finally {
      setBusy(false);
    }
  }

  return { busy, refusal, startBulk };
}
