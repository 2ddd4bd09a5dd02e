import { log, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { CancellationScope } from '@temporalio/workflow';
import type { Plan } from '#definition/plan';
import { advance, isClosed, refusalOf, start } from '#interpreter';
import type {
  Actor,
  Command,
  Control,
  ExecutionEvent,
  ExecutionState,
  FinishCommand,
  Happening,
  Refusal,
  Reuse,
  StartInput,
  StepError,
} from '#interpreter';
import { CONTINUE_AS_NEW_EVENTS } from '../argument.js';
import type { ExecutionArgument } from '../argument.js';
import { SEARCH_KEYS } from '../names.js';
import { progressDetails } from '../progress-details.js';
import type { Children } from './children.js';
import type { LocalLane } from './local-lane.js';
import { Outside } from './outside.js';
import { RecordBuffer } from './record-buffer.js';

/** How an execution ended; its records may not be written yet. */
export type End = Pick<FinishCommand, 'status' | 'output' | 'error'>;

const ENGINE_FAULT = { code: 'ENGINE_FAULT', stepId: null, path: null, attempt: null, retryable: false };

/**
 * Feeds what happens to the interpreter and performs what it asks for. All of it is synchronous:
 * nothing here waits, so a run costs no promises beyond one for each activity.
 */
export class Driver {
  readonly records: RecordBuffer;
  /** Whether our parent is to be told of our end by a signal. */
  reports: boolean;
  /** Who said that they cancel the execution, before Temporal does. */
  canceller: Actor | null;
  private readonly inbox: ExecutionEvent[] = [];
  private out: Outside | null = null;
  private plan: Plan | null = null;
  private current: ExecutionState | null = null;
  private draining = false;
  private holding = false;
  private yielded = false;
  /** Length of the history in the workflow task that last answered an update. */
  private controlledAt: number | null = null;
  private end: End | null = null;

  constructor(
    private readonly argument: ExecutionArgument,
    private readonly shield: CancellationScope,
    private readonly lane: LocalLane,
  ) {
    this.reports = argument.reports ?? false;
    this.canceller = argument.canceller ?? null;
    this.records = new RecordBuffer(argument.identity, lane, argument.records);
  }

  /** True when there is something to look at: the plan is there, or has proved to be unreadable. */
  get begun(): boolean {
    return this.out !== null || this.end !== null;
  }

  /** Set once the interpreter has finished, or has failed, and the last activity has stopped. */
  get ended(): End | null {
    return this.out === null || this.out.idle ? this.end : null;
  }

  /** True when this run should give way to the next one and nothing is in flight that would not survive it. */
  get drained(): boolean {
    return this.holding && this.end === null && !this.yielded && this.out?.idle === true;
  }

  /** True when there are records to write, or the interpreter waits for the next activation. */
  get unwritten(): boolean {
    return this.yielded || !this.records.empty;
  }

  /** True in the workflow task that answers an update: continuing as new in it may lose the answer. */
  get answering(): boolean {
    return this.controlledAt === workflowInfo().historyLength;
  }

  get state(): ExecutionState | null {
    return this.current;
  }

  /** Set once it has begun. */
  get children(): Children | null {
    return this.out?.children ?? null;
  }

  /** Takes an event in; before `begin` it waits. */
  feed(happening: Happening): void {
    this.inbox.push({ ...happening, at: this.lane.clock.now() });
    if (this.out !== null && !this.draining) this.drain(this.out);
  }

  /** Why a control cannot be done now; null when it can. */
  refusal(control: Control): Refusal | null {
    if (this.end !== null) return { code: 'EXECUTION_CLOSED', message: 'The execution has ended.' };
    if (this.plan === null || this.current === null) return null;
    try {
      return refusalOf(this.plan, this.current, control);
    } catch {
      return { code: 'CONFIGURATION_INVALID', message: 'What was sent cannot be read.' };
    }
  }

  control(control: Control): void {
    this.controlledAt = workflowInfo().historyLength;
    this.feed(control);
  }

  /** After records were written: the interpreter goes on where it yielded. */
  written(): void {
    if (!this.yielded || !this.records.empty) return;
    this.yielded = false;
    this.feed({ kind: 'go-on' });
  }

  /** Starts an execution, or goes on with the state an earlier run left. */
  begin(plan: Plan, state: ExecutionState | null, reuse: Reuse | null): void {
    const feed = (happening: Happening): void => this.feed(happening);
    const out = new Outside(this.argument, plan, this.records, this.lane, feed, this.shield);
    this.plan = plan;
    this.out = out;
    this.draining = true;
    this.guarded(() => {
      if (state === null) this.perform(out, start(plan, withReuse(this.argument.start, reuse)));
      else {
        this.current = { ...state, start: withReuse(state.start, reuse) };
        out.children.adopt();
        this.inbox.unshift({ kind: 'release', at: this.lane.clock.now() });
      }
    });
    this.drain(out);
  }

  /** A bug in the engine: the execution ends as failed, after its activities have stopped. */
  fault(error: unknown): void {
    if (this.end !== null) return;
    const message = error instanceof Error ? error.message : String(error);
    log.error('The engine failed', { error });
    const failure: StepError = { ...ENGINE_FAULT, message };
    this.end = { status: 'failed', output: null, error: failure };
    this.yielded = false;
    this.out?.cancelAll();
    const { progress, sequence } = this.current ?? { progress: { done: 0, known: 0 }, sequence: 0 };
    const closed = { status: 'failed', progress, output: null, error: failure } as const;
    this.records.add([{ kind: 'execution', sequence: sequence + 1, at: this.lane.clock.now(), ...closed }]);
  }

  private drain(out: Outside): void {
    this.draining = true;
    this.guarded(() => {
      for (;;) {
        const event = this.inbox.shift() ?? this.holdEvent();
        if (event === null) break;
        if (this.end === null) this.advance(out, event);
      }
      if (this.end === null) out.start();
      this.show(out);
    });
    this.draining = false;
  }

  private advance(out: Outside, event: ExecutionEvent): void {
    if (this.plan === null || this.current === null) throw new Error('The execution has not begun');
    this.perform(out, advance(this.plan, this.current, event));
  }

  private perform(out: Outside, [state, commands]: readonly [ExecutionState, readonly Command[]]): void {
    this.current = state;
    for (const command of commands) {
      switch (command.kind) {
        case 'yield':
          this.yielded = true;
          break;
        case 'record':
          this.records.add([command.record]);
          break;
        case 'finish':
          this.end = { status: command.status, output: command.output, error: command.error };
          break;
        default:
          out.perform(command);
      }
    }
  }

  /** Once, when the history is long enough to be worth leaving behind. */
  private holdEvent(): ExecutionEvent | null {
    if (this.holding || this.end !== null) return null;
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    const threshold = this.argument.continueAfterEvents ?? CONTINUE_AS_NEW_EVENTS;
    // Temporal takes a cancelled end only from the run that was asked, so that one goes on for as long as it may.
    const isLong = historyLength >= threshold && this.current?.cancelled !== true;
    if (!isLong && !continueAsNewSuggested) return null;
    this.holding = true;
    return { kind: 'hold', at: this.lane.clock.now() };
  }

  private show(out: Outside): void {
    // Of one that has ended, Temporal's own status tells.
    if (this.current === null || isClosed(this.current.status)) return;
    const { status } = this.current;
    setCurrentDetails(progressDetails(this.current, out.names));
    if (workflowInfo().typedSearchAttributes.get(SEARCH_KEYS.status) !== status) {
      upsertSearchAttributes([{ key: SEARCH_KEYS.status, value: status }]);
    }
  }

  private guarded(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.fault(error);
    }
  }
}

function withReuse(start: StartInput, reuse: Reuse | null): StartInput {
  return reuse === null ? start : { ...start, reuse };
}
