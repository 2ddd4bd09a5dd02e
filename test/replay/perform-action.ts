import { WorkflowExecution } from '#persistence';
import type { Control, ExecutionStatus } from '#interpreter';
import {
  CANCELLER_SIGNAL,
  PAUSE_SIGNAL,
  RESUME_SIGNAL,
  refusalOfUpdate,
  temporalWorkflowId,
} from '#temporal/contract';
import { REPORT_SIGNAL } from '../../temporal/src/names.js';
import { untilContinued } from '../integration/worker/support/history.js';
import { eventually } from '../integration/worker/support/rig.js';
import type { Rig, Run } from '../integration/worker/support/rig.js';
import type { Action, PathSignal } from './definitions/recorded.js';

/** Does to a running execution what its definition says, and waits until that has taken. */
export async function performAction(rig: Rig, run: Run, action: Action): Promise<void> {
  if (typeof action === 'object') {
    if ('ask' in action) {
      const id = action.of === 'child' ? await childOf(rig, run) : run.handle.workflowId;
      return untilAllowed(rig, id, action.ask);
    }
    if ('then' in action) {
      await becomes(run, action.when);
      return action.then === 'continue' ? untilContinued(run) : signal(rig, run, action.then);
    }
  }
  if (action === 'child-reports') return untilReporting(rig, run);
  await eventually(() => rig.steps.calls.length > 0, 'the first step runs');
  if (action === 'pause' || action === 'resume') {
    await signal(rig, run, action === 'pause' ? { pause: '' } : { resume: '' });
    return becomes(run, action === 'pause' ? 'paused' : 'running');
  }
  const handle = rig.client.workflow.getHandle(run.handle.workflowId);
  if (action !== 'cancel') await handle.signal(CANCELLER_SIGNAL, { actor: action.cancelAs });
  await handle.cancel();
}

/** Temporal's id of the execution that runs for a step of this one. */
export async function childOf(rig: Rig, run: Run): Promise<string> {
  const rows = rig.dataSource.getRepository(WorkflowExecution);
  const { id } = await rows.findOneByOrFail({ parentExecutionId: run.id });
  return temporalWorkflowId(id);
}

async function untilReporting(rig: Rig, run: Run): Promise<void> {
  const child = rig.client.workflow.getHandle(await childOf(rig, run));
  await eventually(async () => {
    const { events } = await child.fetchHistory();
    return (events ?? []).some(
      ({ workflowExecutionSignaledEventAttributes: signaled }) => signaled?.signalName === REPORT_SIGNAL,
    );
  }, 'the sub-workflow is asked to report');
}

async function untilAllowed(rig: Rig, workflowId: string, control: Control): Promise<void> {
  const handle = rig.client.workflow.getHandle(workflowId);
  const allowed = async (): Promise<boolean> => {
    try {
      await handle.executeUpdate<void, [Control]>(control.kind, { args: [control] });
      return true;
    } catch (error) {
      if (refusalOfUpdate(error) === null) throw error;
      return false;
    }
  };
  await eventually(allowed, `${control.kind} is not refused`);
}

async function signal(rig: Rig, run: Run, what: PathSignal): Promise<void> {
  const handle = rig.client.workflow.getHandle(run.handle.workflowId);
  if ('pause' in what) await handle.signal(PAUSE_SIGNAL, { path: what.pause });
  else await handle.signal(RESUME_SIGNAL, { path: what.resume });
}

async function becomes(run: Run, status: ExecutionStatus): Promise<void> {
  await eventually(async () => (await run.execution()).status === status, `the execution is ${status}`);
}
