import { Context } from '@temporalio/activity';
import type { StepOutput } from '#definition';
import type { StepContext, StepImplementation, Stores } from '#documents';
import type { StepError } from '#interpreter';
import type { ExecutionRecorder, WorkStart } from '#persistence';
import type { WorkActivity, WorkRequest, WorkResult } from '#temporal/contract';
import { Attempt } from './attempt.js';
import { boundedOutput } from './bounded-output.js';
import { describeFailure } from './describe-failure.js';
import { FailedBefore, toFailure } from './failed-before.js';
import { startHeartbeats } from './heartbeats.js';
import { keepTrying } from './keep-trying.js';
import { patientStores } from './patient-stores.js';
import { ProgressWriter } from './progress-writer.js';
import { untilStopped } from './stop-signal.js';

export interface StepDependencies {
  readonly recorder: Pick<ExecutionRecorder, 'workStarted' | 'workProgress' | 'workEnded'>;
  readonly stores: Stores;
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
    const attempt = new Attempt(request, context.info);
    const stopHeartbeats = startHeartbeats(context, () => attempt.account);
    try {
      return await runAttempt(implementation, request, attempt, context, dependencies);
    } finally {
      stopHeartbeats();
    }
  };
}

async function runAttempt(
  implementation: StepImplementation,
  request: WorkRequest,
  attempt: Attempt,
  context: Context,
  { recorder, stores: impatient }: StepDependencies,
): Promise<WorkResult> {
  const { path } = request;
  const signal = context.cancellationSignal;
  const stores = patientStores(impatient, signal);
  const { executionId } = request.identity;
  const progress = new ProgressWriter((current) =>
    recorder.workProgress(executionId, path, attempt.number, current),
  );
  const write = (at: number, end: StepOutput | StepError): Promise<void> =>
    keepTrying(
      () =>
        recorder.workEnded({ executionId, path, attempt: attempt.number, sequence: attempt.ended, at, end }),
      signal,
    );
  try {
    const start = workStart(request, attempt);
    const before = await keepTrying(() => recorder.workStarted(start), signal);
    if (before.output !== null) return { output: before.output, attempts: before.attempts };
    if (before.failed !== null) throw new FailedBefore(before.failed, before.attempts);
    attempt.begin(start.at, before.attempts);
    context.heartbeat(attempt.account);
    const step = implementation(request, stepContext(request, stores, signal, progress));
    const output = await boundedOutput(await untilStopped(step, signal), stores.artifacts);
    await progress.close();
    const at = Date.now();
    await write(at, output);
    return { output, attempts: attempt.ending(at, null) };
  } catch (error) {
    if (error instanceof FailedBefore) throw error.asTold();
    await progress.close();
    const failure = describeFailure(error, attempt.stop(signal));
    const { code, message, retryable } = failure;
    const at = Date.now();
    await write(at, { code, message, stepId: request.stepId, path, attempt: attempt.number, retryable });
    const attempts = attempt.ending(at, { code, message, retryable });
    throw toFailure({ ...failure, attempt: attempt.number, attempts });
  }
}

function workStart(request: WorkRequest, attempt: Attempt): WorkStart {
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
    at: Date.now(),
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
