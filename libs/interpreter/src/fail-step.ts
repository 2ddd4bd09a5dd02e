import type { PlanStep, StepOutput } from '#definition/plan';
import { block } from './block.js';
import { endEmpty, endStep } from './end-step.js';
import { handsOn } from './inheritance.js';
import { depart } from './outgoing.js';
import { at } from './plan-index.js';
import { recordStep } from './recording.js';
import type { Inherited } from './state.js';
import type { StepError } from './status.js';
import { failScope } from './stop-scope.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf, stateOf } from './tick.js';

/** A failure after the last attempt. */
export interface Failure extends Inherited {
  readonly attempt: number;
  readonly code: string;
  readonly message: string;
  readonly retryable?: boolean;
  readonly warnings?: readonly string[];
  /** What failed inside a container, passed on as it is. */
  readonly inner?: StepError;
  /** The step's own timer has just fired. */
  readonly fired?: boolean;
}

/** Ends a step as failed and does what its `onError` says. */
export function failStep(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure): void {
  const error = failure.inner ?? errorOf(scope, step, failure);
  switch (policyOf(tick, step)) {
    case 'continue':
      goOn(tick, scope, step, failure, error);
      return;
    case 'route':
      route(tick, scope, step, failure, error);
      return;
    case 'block':
      if (stateOf(tick, scope, step.index)?.kind !== 'blocked' && scope.stopping === null) {
        block(tick, scope, step, failure, error);
        return;
      }
      endFailed(tick, scope, step, failure, error);
      return;
    case 'fail':
      endFailed(tick, scope, step, failure, error);
  }
}

/** A container's error port is open whenever something is connected to it; that of others has to be asked for. */
function policyOf(tick: Tick, step: PlanStep): PlanStep['onError'] {
  const routed = at(tick.index.outgoing, step.index).some((edge) => edge.port === 'error');
  const container = step.body.kind === 'loop' || step.body.kind === 'try';
  if (step.onError === 'fail' && container && routed) return 'route';
  return step.onError === 'route' && !routed ? 'fail' : step.onError;
}

function errorOf(scope: ScopeDraft, step: PlanStep, failure: Failure): StepError {
  return {
    code: failure.code,
    message: failure.message,
    stepId: step.id,
    path: pathOf(scope, step),
    attempt: failure.attempt,
    retryable: failure.retryable ?? false,
  };
}

function endFailed(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure, error: StepError): void {
  const { attempt, warnings = [], fired } = failure;
  recordStep(tick, scope, step, { status: 'failed', attempt, error, warnings });
  endEmpty(tick, scope, step, { status: 'failed', error }, fired);
  failScope(tick, scope, step, error);
}

/** `continue`: the step has failed, but its default output stands for what it would have given. */
function goOn(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure, error: StepError): void {
  const { attempt, got, cause, warnings = [] } = failure;
  const output: StepOutput = { facts: step.defaultOutput ?? {}, references: {} };
  const hands = handsOn(tick, scope, step, output, got);
  endStep(tick, scope, step, { status: 'failed', output, error, hands, cause });
  const reason = 'It failed; the execution goes on with its default output.';
  depart(tick, scope, step, {
    chooses: (port) => continues(step, port),
    whyNot: () => null,
    record: (more) =>
      recordStep(tick, scope, step, {
        ...{ status: 'failed', attempt, output, error, reason },
        warnings: [...warnings, ...more],
      }),
  });
}

/** A condition that could not be decided goes on along `else`; other steps along all their ports. */
export function continues(step: PlanStep, port: string): boolean {
  return step.type === 'condition' ? port === 'else' : port !== 'error';
}

/** `route`: the error port lives and the rest dies. */
function route(tick: Tick, scope: ScopeDraft, step: PlanStep, failure: Failure, error: StepError): void {
  const { attempt, got, cause, warnings = [] } = failure;
  const hands = handsOn(tick, scope, step, null, got);
  endStep(tick, scope, step, { status: 'failed', output: null, error, hands, cause });
  const reason = 'It failed; the execution goes on along its error port.';
  depart(tick, scope, step, {
    chooses: (port) => port === 'error',
    whyNot: () => null,
    record: (more) =>
      recordStep(tick, scope, step, {
        ...{ status: 'failed', attempt, error, reason },
        warnings: [...warnings, ...more],
      }),
  });
}
