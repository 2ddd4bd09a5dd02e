import { CancellationScope, scheduleActivity } from '@temporalio/workflow';
import type { Plan, PlanStep } from '#definition/plan';
import type { CancelWorkCommand, Happening, StepError, WorkCommand } from '#interpreter';
import type { WorkRequest, WorkResult } from '../activities.js';
import { workOptions } from '../activity-options.js';
import type { ExecutionArgument } from '../argument.js';
import { workFailure } from '../failure.js';
import { INPUT_BYTES, IN_FLIGHT_BYTES, jsonBytes } from '../sizes.js';
import type { RecordBuffer } from './record-buffer.js';

interface Queued {
  readonly command: WorkCommand;
  readonly bytes: number;
}

interface Running extends Queued {
  readonly scope: CancellationScope;
  readonly name: string;
}

/** The work an execution has been told to do: what waits for a slot, and what runs as activities. */
export class WorkSet {
  private queue: Queued[] = [];
  private readonly running = new Map<string, Running>();
  private runningBytes = 0;
  /** Scopes whose activity has ended, for the next one: a scope costs three promises. */
  private readonly spareScopes: CancellationScope[] = [];

  constructor(
    private readonly argument: ExecutionArgument,
    private readonly plan: Plan,
    private readonly records: RecordBuffer,
    private readonly feed: (happening: Happening) => void,
    private readonly shield: CancellationScope,
  ) {}

  get idle(): boolean {
    return this.running.size === 0 && this.queue.length === 0;
  }

  /** Names of the running steps, in the order they started. */
  get names(): readonly string[] {
    return [...this.running.values()].map(({ name }) => name);
  }

  add(command: WorkCommand): void {
    const bytes = jsonBytes(command.configuration) + jsonBytes(command.incoming);
    if (bytes <= INPUT_BYTES) this.queue.push({ command, bytes });
    else this.fail(command, inputTooLarge(this.step(command), command, bytes), command.attempt);
  }

  /** Starts what has room: all commands of one workflow task together must stay below the server's limit. */
  start(): void {
    for (let next = this.queue[0]; next !== undefined; next = this.queue[0]) {
      if (this.running.size > 0 && this.runningBytes + next.bytes > IN_FLIGHT_BYTES) return;
      this.queue.shift();
      this.launch(next);
    }
  }

  cancel({ path, attempt }: Pick<CancelWorkCommand, 'path' | 'attempt'>): void {
    const key = keyOf({ path, attempt });
    const waiting = this.queue.findIndex(({ command }) => keyOf(command) === key);
    if (waiting >= 0) {
      this.queue.splice(waiting, 1);
      this.feed({ kind: 'work-cancelled', path, attempt });
    } else this.running.get(key)?.scope.cancel();
  }

  cancelAll(): void {
    this.queue = [];
    for (const { scope } of this.running.values()) scope.cancel();
  }

  private launch(queued: Queued): void {
    const { command } = queued;
    const { path, attempt } = command;
    const step = this.step(command);
    const request: WorkRequest = {
      identity: this.argument.identity,
      path,
      stepId: step.id,
      stepType: step.type,
      stepName: step.name,
      firstAttempt: attempt,
      sequence: command.sequence,
      configuration: command.configuration,
      incoming: command.incoming,
      documents: this.argument.start.documents,
      warnings: command.warnings,
      records: this.records.take(),
    };
    const scope = this.spareScopes.pop() ?? new CancellationScope({ cancellable: true, parent: this.shield });
    const running = { ...queued, bytes: jsonBytes(request), scope, name: step.name };
    this.running.set(keyOf(command), running);
    this.runningBytes += running.bytes;
    const options = workOptions(step, command, this.argument.routing ?? 'shared');
    scope
      .run(() => scheduleActivity<WorkResult>(step.type, [request], options))
      .then(
        ({ output }) => {
          this.settle(running);
          this.feed({ kind: 'work-succeeded', path, attempt, output });
        },
        (reason: unknown) => {
          this.settle(running);
          this.records.add(request.records);
          this.reject(reason, step, command);
        },
      );
  }

  private settle(running: Running): void {
    this.running.delete(keyOf(running.command));
    this.runningBytes -= running.bytes;
    if (!running.scope.consideredCancelled) this.spareScopes.push(running.scope);
  }

  private reject(reason: unknown, step: PlanStep, command: WorkCommand): void {
    const { path, attempt } = command;
    const maximumAttempts = step.retry.maximumAttempts;
    const failure = workFailure(reason, { stepId: step.id, path, firstAttempt: attempt, maximumAttempts });
    if (failure.kind === 'failed') this.fail(command, failure.error, failure.attempt);
    else this.feed({ kind: 'work-cancelled', path, attempt: failure.attempt });
  }

  private fail({ path }: WorkCommand, error: StepError, attempt: number): void {
    this.feed({ kind: 'work-failed', path, attempt, error });
  }

  private step({ step }: WorkCommand): PlanStep {
    const found = this.plan.steps[step];
    if (found === undefined) throw new Error(`The plan has no step ${step}`);
    return found;
  }
}

function keyOf({ path, attempt }: { readonly path: string; readonly attempt: number }): string {
  return `${path}#${attempt}`;
}

function inputTooLarge(step: PlanStep, { path, attempt }: WorkCommand, bytes: number): StepError {
  const message = `The settings and references of the step take ${bytes} bytes; ${INPUT_BYTES} are allowed.`;
  return { code: 'INPUT_TOO_LARGE', message, stepId: step.id, path, attempt, retryable: false };
}
