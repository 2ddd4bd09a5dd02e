import {
  ApplicationFailure,
  CancellationScope,
  CancelledFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  setHandler,
} from '@temporalio/workflow';
import type { Plan } from '#definition/plan';
import type { ExecutionState } from '#interpreter';
import type { ExecutionArgument, ExecutionResult } from '../argument.js';
import { ENGINE_VERSION, PAUSE_SIGNAL, RESUME_SIGNAL } from '../names.js';
import type { PauseSignal } from '../names.js';
import { carry, load } from './carried.js';
import { Driver } from './driver.js';
import type { End } from './driver.js';

const pause = defineSignal<[PauseSignal?]>(PAUSE_SIGNAL);
const resume = defineSignal<[PauseSignal?]>(RESUME_SIGNAL);

type RunEnd =
  | { readonly kind: 'ended'; readonly end: End }
  | { readonly kind: 'continue'; readonly argument: ExecutionArgument };

/**
 * One execution of one version of a workflow. Returns when it completed; closes as failed with the
 * error's code, or as cancelled, so that Temporal's own status tells the truth.
 */
export async function execution(argument: ExecutionArgument): Promise<ExecutionResult> {
  const root = CancellationScope.current();
  // Temporal's cancellation is an event like any other: the interpreter says which activities it reaches.
  const run = await CancellationScope.nonCancellable(() => drive(argument, root));
  if (run.kind === 'continue') return continueAsNew<typeof execution>(run.argument);
  return close(run.end, root.consideredCancelled);
}

async function drive(argument: ExecutionArgument, root: CancellationScope): Promise<RunEnd> {
  const driver = new Driver(argument, CancellationScope.current());
  setHandler(pause, (signal) => driver.feed({ kind: 'pause', at: Date.now(), path: signal?.path ?? '' }));
  setHandler(resume, (signal) => driver.feed({ kind: 'resume', at: Date.now(), path: signal?.path ?? '' }));
  root.cancelRequested.catch(() => driver.feed({ kind: 'cancel', at: Date.now() }));
  try {
    const wanted: number = argument.engineVersion;
    if (wanted !== ENGINE_VERSION) throw new Error(`This worker has engine ${ENGINE_VERSION}, not ${wanted}`);
    const { plan, state } = argument;
    const carriedPlan = plan.kind === 'value' ? plan.value : await load<Plan>(plan.reference);
    const carriedState =
      state?.kind === 'reference' ? await load<ExecutionState>(state.reference) : (state?.value ?? null);
    driver.begin(carriedPlan, carriedState);
  } catch (error) {
    driver.fault(error);
  }
  return untilEnd(driver, argument);
}

/**
 * Each wait ends with an activation, so records that found an activity to ride with are gone. A wait costs
 * promises, and the SDK takes a stack trace for each: what can be done now is done without one.
 */
async function untilEnd(driver: Driver, argument: ExecutionArgument): Promise<RunEnd> {
  for (;;) {
    if (!driver.records.empty) await driver.records.write();
    else if (driver.ended !== null) return { kind: 'ended', end: driver.ended };
    else if (driver.drained) {
      const next = await nextArgument(driver, argument);
      if (next !== null) return { kind: 'continue', argument: next };
    } else await condition(() => !driver.records.empty || driver.ended !== null || driver.drained);
  }
}

/** Null when something happened while the state was being stored: what was stored is already old. */
async function nextArgument(driver: Driver, argument: ExecutionArgument): Promise<ExecutionArgument | null> {
  const { state } = driver;
  if (state === null) return null;
  await condition(allHandlersFinished);
  const carried = await carry(state);
  if (driver.state !== state || !driver.records.empty) return null;
  return { ...argument, state: carried, records: [] };
}

function close({ status, error }: End, cancelRequested: boolean): ExecutionResult {
  if (status === 'completed') return { status, error };
  if (status === 'cancelled' && cancelRequested) throw new CancelledFailure('The execution was cancelled');
  const type = error?.code ?? 'CANCELLED';
  const message = error?.message ?? 'The execution was cancelled';
  const result: ExecutionResult = { status, error };
  throw ApplicationFailure.create({ type, message, nonRetryable: true, details: [result] });
}
