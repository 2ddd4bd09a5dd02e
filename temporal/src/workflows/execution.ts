import {
  ApplicationFailure,
  CancellationScope,
  CancelledFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  sleep,
} from '@temporalio/workflow';
import type { Plan } from '#definition/plan';
import type { ChildOutcome, ExecutionState, Reuse } from '#interpreter';
import type { ExecutionArgument, ExecutionResult, ParentStep } from '../argument.js';
import { ENGINE_VERSION } from '../names.js';
import { carry, load } from './carried.js';
import { listen } from './controls.js';
import { Driver } from './driver.js';
import type { End } from './driver.js';
import { LocalLane } from './local-lane.js';
import { sharedPlan } from '../plan/shared-plan.js';
import { outcomeOf, tellParent } from './tell-parent.js';

type RunEnd =
  | { readonly kind: 'ended'; readonly end: End; readonly outcome: ChildOutcome | undefined }
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
  return close(run.end, run.outcome, root.consideredCancelled);
}

async function drive(argument: ExecutionArgument, root: CancellationScope): Promise<RunEnd> {
  const lane = new LocalLane();
  const driver = new Driver(argument, CancellationScope.current(), lane);
  listen(driver);
  root.cancelRequested.catch(() => {
    driver.feed({ kind: 'cancel', actor: driver.canceller });
  });
  try {
    const wanted: number = argument.engineVersion;
    if (wanted !== ENGINE_VERSION) throw new Error(`This worker has engine ${ENGINE_VERSION}, not ${wanted}`);
    const { plan, state, reuse } = argument;
    const carriedPlan =
      plan.kind === 'packed' ? sharedPlan(plan.deflated) : await load<Plan>(lane, plan.reference);
    const carriedState =
      state?.kind === 'reference'
        ? await load<ExecutionState>(lane, state.reference)
        : (state?.value ?? null);
    const carriedReuse =
      reuse?.kind === 'reference' ? await load<Reuse>(lane, reuse.reference) : (reuse?.value ?? null);
    driver.begin(carriedPlan, carriedState, carriedReuse);
  } catch (error) {
    driver.fault(error);
  }
  return untilEnd(driver, argument, lane);
}

/**
 * Each wait ends with an activation, so records that found an activity to ride with are gone. A wait costs
 * promises, and the SDK takes a stack trace for each: what can be done now is done without one.
 */
async function untilEnd(driver: Driver, argument: ExecutionArgument, lane: LocalLane): Promise<RunEnd> {
  for (;;) {
    if (driver.unwritten) {
      await driver.records.write();
      driver.written();
    } else if (driver.ended !== null) return ended(driver, driver.ended, argument.identity.parent, lane);
    else if (driver.drained) {
      const next = await nextArgument(driver, argument, lane);
      if (next !== null) return { kind: 'continue', argument: next };
    } else await condition(() => driver.unwritten || driver.ended !== null || driver.drained);
  }
}

async function ended(
  driver: Driver,
  end: End,
  parent: ParentStep | undefined,
  lane: LocalLane,
): Promise<RunEnd> {
  if (parent === undefined) return { kind: 'ended', end, outcome: undefined };
  const outcome = await outcomeOf(lane, end);
  if (driver.reports) await tellParent(parent, outcome);
  return { kind: 'ended', end, outcome };
}

/** Null when something happened while the state was being stored: what was stored is already old. */
async function nextArgument(
  driver: Driver,
  argument: ExecutionArgument,
  lane: LocalLane,
): Promise<ExecutionArgument | null> {
  const { state } = driver;
  if (state === null) return null;
  await condition(allHandlersFinished);
  if (driver.answering) {
    await sleep(1);
    return null;
  }
  const carried = await carry(lane, withoutReuse(state));
  if (driver.state !== state || driver.unwritten || driver.answering || !driver.drained) return null;
  const { reports, canceller } = driver;
  const children = driver.children?.running ?? [];
  return { ...argument, state: carried, records: [], children, reports, canceller };
}

/** It stands in the argument already. */
function withoutReuse(state: ExecutionState): ExecutionState {
  return state.start.reuse ? { ...state, start: { ...state.start, reuse: null } } : state;
}

function close(
  { status, error }: End,
  outcome: ChildOutcome | undefined,
  cancelRequested: boolean,
): ExecutionResult {
  if (status === 'completed') return { status, error, ...(outcome && { outcome }) };
  if (status === 'cancelled' && cancelRequested) throw new CancelledFailure('The execution was cancelled');
  const type = error?.code ?? 'CANCELLED';
  const message = error?.message ?? 'The execution was cancelled';
  const result: ExecutionResult = { status, error };
  throw ApplicationFailure.create({ type, message, nonRetryable: true, details: [result] });
}
