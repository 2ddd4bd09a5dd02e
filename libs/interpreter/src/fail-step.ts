import type { PlanStep, StepOutput } from '#definition/plan';
import { endEmpty, endStep } from './end-step.js';
import { handsOn } from './inheritance.js';
import { depart } from './outgoing.js';
import { at } from './plan-index.js';
import { recordStep } from './recording.js';
import type { Inherited } from './state.js';
import type { StepError } from './status.js';
import { failScope } from './stop-scope.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf } from './tick.js';

/** A failure after the last attempt. */
export interface Failure extends Inherited {
  readonly attempt: number;
  readonly code: string;
  readonly message: string;
  readonly retryable?: boolean;
  readonly warnings?: readonly string[];
}

/** Ends a step as failed and does what its `onError` says. */
export function failStep(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure): void {
  const error = errorOf(scope, step, failure);
  switch (step.onError) {
    case 'continue':
      goOn(tick, scope, step, failure, error);
      return;
    case 'route':
      route(tick, scope, step, failure, error);
      return;
    case 'fail':
    case 'block':
      endFailed(tick, scope, step, failure, error);
      failScope(tick, scope, step, error);
  }
}

function errorOf(scope: ScopeDraft, step: PlanStep, failure: Failure): StepError {
  const unsupported =
    step.onError === 'block' ? ' (Waiting for a person on an error is not available in this version.)' : '';
  return {
    code: failure.code,
    message: failure.message + unsupported,
    stepId: step.id,
    path: pathOf(scope, step),
    attempt: failure.attempt,
    retryable: failure.retryable ?? false,
  };
}

function endFailed(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure, error: StepError): void {
  const { attempt, warnings = [] } = failure;
  recordStep(tick, scope, step, { status: 'failed', attempt, error, warnings });
  endEmpty(tick, scope, step, { status: 'failed', error });
}

/** `continue`: the step has failed, but its default output stands for what it would have given. */
function goOn(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure, error: StepError): void {
  const { attempt, got, cause, warnings = [] } = failure;
  const output: StepOutput = { facts: step.defaultOutput ?? {}, references: {} };
  endStep(tick, scope, step, {
    status: 'failed',
    output,
    error,
    hands: handsOn(tick, scope, step, output, got),
    cause,
  });
  const reason = 'It failed; the execution goes on with its default output.';
  depart(tick, scope, step, {
    chooses: (port) => continues(step, port),
    whyNot: () => null,
    record: (more) =>
      recordStep(tick, scope, step, {
        status: 'failed',
        attempt,
        output,
        error,
        reason,
        warnings: [...warnings, ...more],
      }),
  });
}

/** A condition that could not be decided goes on along `else`; other steps along all their ports. */
function continues(step: PlanStep, port: string): boolean {
  return step.type === 'condition' ? port === 'else' : port !== 'error';
}

/** `route`: the error port lives and the rest dies. Without a connection there, the failure goes on outward. */
function route(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure, error: StepError): void {
  const { attempt, got, cause, warnings = [] } = failure;
  if (at(tick.index.outgoing, step.index).every((edge) => edge.port !== 'error')) {
    endFailed(tick, scope, step, failure, error);
    failScope(tick, scope, step, error);
    return;
  }
  const hands = handsOn(tick, scope, step, null, got);
  endStep(tick, scope, step, { status: 'failed', output: null, error, hands, cause });
  const reason = 'It failed; the execution goes on along its error port.';
  depart(tick, scope, step, {
    chooses: (port) => port === 'error',
    whyNot: () => null,
    record: (more) =>
      recordStep(tick, scope, step, {
        status: 'failed',
        attempt,
        error,
        reason,
        warnings: [...warnings, ...more],
      }),
  });
}
