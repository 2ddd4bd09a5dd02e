import { CancelledFailure, Context } from '@temporalio/activity';
import type { Info } from '@temporalio/activity';
import type { StepOutput } from '#definition';
import type { StepContext, StepImplementation, Stores } from '#documents';
import type { ExecutionRecorder } from '#persistence';
import { toApplicationFailure } from '#temporal/contract';
import type { WorkActivity, WorkRequest } from '#temporal/contract';
import { boundedOutput } from './bounded-output.js';
import { describeFailure, stopOf } from './describe-failure.js';
import { startHeartbeats } from './heartbeats.js';
import { keepTrying } from './keep-trying.js';
import { patientStores } from './patient-stores.js';
import { ProgressWriter } from './progress-writer.js';
import { untilStopped } from './stop-signal.js';

export interface StepDependencies {
  readonly recorder: Pick<ExecutionRecorder, 'workStarted' | 'workProgress' | 'workCompleted' | 'workFailed'>;
  readonly stores: Stores;
}

/** One attempt of a step instance and the two sequence numbers reserved for its own records. */
interface Attempt {
  readonly number: number;
  readonly started: number;
  readonly ended: number;
  /** By the monotonic clock, in milliseconds. */
  readonly since: number;
  readonly timeoutMs: number;
}

/**
 * A step as an activity: it writes its own start and end to the tables, gives what is already
 * recorded instead of running twice, beats all the while, and stops when it is told to.
 */
export function stepActivity(
  implementation: StepImplementation,
  dependencies: StepDependencies,
): WorkActivity {
  return async (request) => {
    const context = Context.current();
    const attempt = attemptOf(request, context.info);
    const stopHeartbeats = startHeartbeats(context, attempt.number);
    try {
      return await runAttempt(implementation, request, attempt, context.cancellationSignal, dependencies);
    } finally {
      stopHeartbeats();
    }
  };
}

function attemptOf(
  { firstAttempt, sequence }: WorkRequest,
  { attempt, startToCloseTimeoutMs }: Pick<Info, 'attempt' | 'startToCloseTimeoutMs'>,
): Attempt {
  const retries = attempt - 1;
  const started = sequence + 2 * retries;
  return {
    number: firstAttempt + retries,
    started,
    ended: started + 1,
    since: performance.now(),
    timeoutMs: startToCloseTimeoutMs,
  };
}

async function runAttempt(
  implementation: StepImplementation,
  request: WorkRequest,
  attempt: Attempt,
  signal: AbortSignal,
  { recorder, stores: impatient }: StepDependencies,
): Promise<StepOutput> {
  const { path } = request;
  const stores = patientStores(impatient, signal);
  const { executionId } = request.identity;
  const progress = new ProgressWriter((current) =>
    recorder.workProgress(executionId, path, attempt.number, current),
  );
  try {
    const recorded = await keepTrying(() => recorder.workStarted(workStart(request, attempt)), signal);
    if (recorded !== null) return recorded;
    const step = implementation(request, stepContext(request, stores, signal, progress));
    const output = await boundedOutput(await untilStopped(step, signal), stores.artifacts);
    await progress.close();
    await keepTrying(
      () => recorder.workCompleted(executionId, path, attempt.number, attempt.ended, output),
      signal,
    );
    return output;
  } catch (error) {
    await progress.close();
    const stop = stopOf(signal, performance.now() - attempt.since, attempt.timeoutMs);
    const failure = describeFailure(error, stop);
    const { code, message, retryable } = failure;
    const stepError = { code, message, stepId: request.stepId, path, attempt: attempt.number, retryable };
    await keepTrying(
      () => recorder.workFailed(executionId, path, attempt.number, attempt.ended, stepError),
      signal,
    );
    if (stop === 'cancelled') throw new CancelledFailure(message, [attempt.number]);
    throw toApplicationFailure({ ...failure, attempt: attempt.number });
  }
}

function workStart(request: WorkRequest, attempt: Attempt) {
  const { path, stepId, stepType, stepName, firstAttempt, configuration, warnings, records } = request;
  return {
    executionId: request.identity.executionId,
    path,
    stepId,
    stepType,
    stepName,
    firstAttempt,
    attempt: attempt.number,
    sequence: attempt.started,
    configuration,
    incoming: request.incoming,
    warnings,
    records,
  };
}

function stepContext(
  { identity, path }: WorkRequest,
  stores: Stores,
  signal: AbortSignal,
  progress: ProgressWriter,
): StepContext {
  const { ownerId, collectionId, executionId } = identity;
  return {
    ownerId,
    collectionId,
    executionId,
    path,
    stores,
    signal,
    progress: (done, total, message) => progress.report({ done, total, message }),
  };
}
