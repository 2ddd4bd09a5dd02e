import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { ChildOutcome } from '#interpreter';
import { CHILD_ENDED_SIGNAL } from '#temporal/contract';
import type { ChildEndedSignal, ParentStep } from '#temporal/contract';
import type { Closing } from './closing-records.js';

/** The step that an execution runs for, from what was noted of it at its start; null for one that stands by itself. */
export function parentOf(memo: Readonly<Record<string, unknown>> | undefined): ParentStep | null {
  const noted = memo?.['parent'] as Partial<ParentStep> | undefined;
  if (noted === undefined || noted === null) return null;
  const { workflowId, path, attempt } = noted;
  if (workflowId === undefined || path === undefined || attempt === undefined) return null;
  return { workflowId, path, attempt };
}

/** For a child that could not say itself how it ended. Safe to repeat: a parent that knows, or has ended, takes no notice. */
export async function tellParent(client: Client, parent: ParentStep | null, closing: Closing): Promise<void> {
  const outcome = outcomeOf(closing);
  if (parent === null || outcome === null) return;
  const { workflowId, path, attempt } = parent;
  try {
    await client.workflow
      .getHandle(workflowId)
      .signal<[ChildEndedSignal]>(CHILD_ENDED_SIGNAL, { path, attempt, outcome });
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** One that completed has told its parent before it did, with its output. */
function outcomeOf({ status, error }: Closing): ChildOutcome | null {
  if (status === 'cancelled') return { status };
  return error === null ? null : { status: 'failed', error };
}
