import { log, setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { CancellationScope } from '@temporalio/workflow';
import type { Plan } from '#definition/plan';
import { advance, start } from '#interpreter';
import type {
  Command,
  ExecutionEvent,
  ExecutionState,
  ExecutionStatusRecord,
  FinishCommand,
} from '#interpreter';
import { CONTINUE_AS_NEW_EVENTS } from '../argument.js';
import type { ExecutionArgument } from '../argument.js';
import { SEARCH_KEYS } from '../names.js';
import { progressDetails } from '../progress-details.js';
import { RecordBuffer } from './record-buffer.js';
import { WorkSet } from './work-set.js';

/** How an execution ended; its records may not be written yet. */
export type End = Pick<FinishCommand, 'status' | 'error'>;

/**
 * Feeds what happens to the interpreter and performs what it asks for. All of it is synchronous:
 * nothing here waits, so a run costs no promises beyond one for each activity.
 */
export class Driver {
  readonly records: RecordBuffer;
  private readonly inbox: ExecutionEvent[] = [];
  private works: WorkSet | null = null;
  private plan: Plan | null = null;
  private current: ExecutionState | null = null;
  private status: ExecutionStatusRecord | null = null;
  private draining = false;
  private holding = false;
  private end: End | null = null;

  constructor(
    private readonly argument: ExecutionArgument,
    private readonly shield: CancellationScope,
  ) {
    this.records = new RecordBuffer(argument.identity, argument.records);
  }

  /** Set once the interpreter has finished, or has failed, and the last activity has stopped. */
  get ended(): End | null {
    return this.works === null || this.works.idle ? this.end : null;
  }

  /** True when this run should give way to the next one and nothing is in flight any more. */
  get drained(): boolean {
    return this.holding && this.end === null && this.works !== null && this.works.idle;
  }

  get state(): ExecutionState | null {
    return this.current;
  }

  /** Takes an event in; before `begin` it waits. */
  feed(event: ExecutionEvent): void {
    this.inbox.push(event);
    if (this.works !== null && !this.draining) this.drain(this.works);
  }

  /** Starts an execution, or goes on with the state an earlier run left. */
  begin(plan: Plan, state: ExecutionState | null): void {
    const works = new WorkSet(this.argument, plan, this.records, (event) => this.feed(event), this.shield);
    this.plan = plan;
    this.works = works;
    this.guarded(() => {
      if (state === null) this.perform(works, start(plan, this.argument.start));
      else {
        this.current = state;
        this.inbox.unshift({ kind: 'release', at: Date.now() });
      }
    });
    this.drain(works);
  }

  /** A bug in the engine: the execution ends as failed, after its activities have stopped. */
  fault(error: unknown): void {
    if (this.end !== null) return;
    const message = error instanceof Error ? error.message : String(error);
    log.error('The engine failed', { error });
    const failure = {
      code: 'ENGINE_FAULT',
      message,
      stepId: null,
      path: null,
      attempt: null,
      retryable: false,
    };
    this.end = { status: 'failed', error: failure };
    this.works?.cancelAll();
    const progress = this.status?.progress ?? { done: 0, known: 0 };
    const sequence = (this.current?.sequence ?? 0) + 1;
    this.records.add([
      {
        kind: 'execution',
        sequence,
        at: Date.now(),
        status: 'failed',
        progress,
        output: null,
        error: failure,
      },
    ]);
  }

  private drain(works: WorkSet): void {
    this.draining = true;
    this.guarded(() => {
      for (;;) {
        const event = this.inbox.shift() ?? this.holdEvent();
        if (event === null) break;
        if (this.end === null) this.advance(works, event);
      }
      if (this.end === null) works.start();
      this.show(works);
    });
    this.draining = false;
  }

  private advance(works: WorkSet, event: ExecutionEvent): void {
    if (this.plan === null || this.current === null) throw new Error('The execution has not begun');
    this.perform(works, advance(this.plan, this.current, event));
  }

  private perform(works: WorkSet, [state, commands]: readonly [ExecutionState, readonly Command[]]): void {
    this.current = state;
    for (const command of commands) {
      switch (command.kind) {
        case 'work':
          works.add(command);
          break;
        case 'cancel-work':
          works.cancel(command);
          break;
        case 'record':
          if (command.record.kind === 'execution') this.status = command.record;
          this.records.add([command.record]);
          break;
        case 'finish':
          this.end = { status: command.status, error: command.error };
          break;
      }
    }
  }

  /** Once, when the history is long enough to be worth leaving behind. */
  private holdEvent(): ExecutionEvent | null {
    if (this.holding || this.end !== null) return null;
    const { historyLength, continueAsNewSuggested } = workflowInfo();
    const threshold = this.argument.continueAfterEvents ?? CONTINUE_AS_NEW_EVENTS;
    if (historyLength < threshold && !continueAsNewSuggested) return null;
    this.holding = true;
    return { kind: 'hold', at: Date.now() };
  }

  private show(works: WorkSet): void {
    if (this.status === null) return;
    const { status } = this.status;
    setCurrentDetails(progressDetails(this.status, works.names));
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
