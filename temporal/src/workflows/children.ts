import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { getExternalWorkflowHandle, sleep, startChild, workflowInfo } from '@temporalio/workflow';
import type { CancellationScope, ExternalWorkflowHandle } from '@temporalio/workflow';
import type {
  CancelChildCommand,
  ChildOutcome,
  Happening,
  PauseChildCommand,
  StartChildCommand,
} from '#interpreter';
import type { PreparedChild, PrepareChildRequest, ReadOutcomeRequest } from '../activities.js';
import type { ExecutionArgument, RunningChild } from '../argument.js';
import { asStepOutcome, childFailed, childOutcome } from '../child-failure.js';
import { PAUSE_SIGNAL, REPORT_SIGNAL, RESUME_SIGNAL, WORKFLOW_TYPE, temporalWorkflowId } from '../names.js';
import type { ChildEndedSignal, PauseSignal } from '../names.js';
import { SUMMARY_BYTES, cutToBytes, jsonBytes } from '../sizes.js';
import { childStartOptions, executionArgument } from '../start-options.js';
import type { execution } from './execution.js';
import { engineActivity, engineFailure } from './engine-activity.js';
import type { LocalLane } from './local-lane.js';

interface Child {
  readonly path: string;
  readonly attempt: number;
  readonly name: string;
  /** Null until it has been started. */
  executionId: string | null;
  reports: boolean;
  cancelled: boolean;
  /** Whether it is to be paused with us; null while nothing was said. */
  paused: boolean | null;
  /** A signal about that is out. */
  telling: boolean;
}

/** Between two tries at asking a child to report: it may be continuing as new at the moment. Milliseconds. */
const AGAIN_MS = 5_000;

const UNTOLD = { cancelled: false, paused: null, telling: false };

/**
 * Executions that run for steps of ours. Temporal ties a child to the run that started it, so ours are tied to none
 * (ABANDON) and are addressed by their id. That run hears of their end from Temporal; a later one, to which Temporal
 * tells nothing, asks them to report it by a signal.
 */
export class Children {
  private readonly known = new Map<string, Child>();
  /** Starts, requests and cancellations that Temporal has not confirmed. */
  private unconfirmed = 0;

  constructor(
    private readonly argument: ExecutionArgument,
    private readonly lane: LocalLane,
    private readonly nameOf: (step: number) => string,
    private readonly feed: (happening: Happening) => void,
    private readonly shield: CancellationScope,
  ) {
    for (const child of argument.children ?? [])
      this.known.set(keyOf(child), { ...child, name: child.path, ...UNTOLD });
  }

  /** False while it would be lost, were the run to end now, that one was started or told something. */
  get settled(): boolean {
    return this.unconfirmed === 0;
  }

  get names(): readonly string[] {
    return [...this.known.values()].map(({ name }) => name);
  }

  get running(): readonly RunningChild[] {
    return [...this.known.values()].flatMap(({ path, attempt, executionId, reports }) =>
      executionId === null ? [] : [{ path, attempt, executionId, reports }],
    );
  }

  /** Asks those that earlier runs started to report their end. */
  adopt(): void {
    for (const child of this.known.values())
      if (!child.reports) this.confirm(child, () => this.askToReport(child));
  }

  start(command: StartChildCommand): void {
    const { path, attempt } = command;
    const name = this.nameOf(command.step);
    const child: Child = { path, attempt, name, executionId: null, reports: false, ...UNTOLD };
    this.known.set(keyOf(child), child);
    this.confirm(child, () => this.launch(child, command));
  }

  /** One that is about to start is started all the same, and then cancelled: its row is there already. */
  cancel(which: Pick<CancelChildCommand, 'path' | 'attempt'>): void {
    const child = this.known.get(keyOf(which));
    if (child === undefined || child.cancelled) return;
    child.cancelled = true;
    if (child.executionId !== null) this.confirm(child, () => requestCancel(child));
  }

  /** One that is about to start hears of it once it has. */
  pause({ kind, path, attempt }: PauseChildCommand): void {
    const child = this.known.get(keyOf({ path, attempt }));
    if (child === undefined) return;
    child.paused = kind === 'pause-child';
    if (child.executionId !== null) this.confirm(child, () => tellPause(child));
  }

  cancelAll(): void {
    for (const child of this.known.values()) this.cancel(child);
  }

  /** What a child says of its own end. One that nobody waits for is the interpreter's to ignore. */
  ended({ path, attempt, outcome }: ChildEndedSignal): void {
    this.known.delete(keyOf({ path, attempt }));
    this.feed({ kind: 'child-ended', path, attempt, outcome: asStepOutcome(outcome, path, attempt) });
  }

  private confirm(child: Child, action: () => Promise<void>): void {
    this.unconfirmed += 1;
    const done = (): void => {
      this.unconfirmed -= 1;
    };
    this.shield.run(action).then(done, (error: unknown) => {
      done();
      const { code, message } = engineFailure(error);
      this.end(child, childFailed(code, message));
    });
  }

  private async launch(child: Child, { path, attempt, ...wanted }: StartChildCommand): Promise<void> {
    const { identity: parent, routing, continueAfterEvents } = this.argument;
    const { workflowId, version, input } = wanted;
    const request: PrepareChildRequest = { parent, path, attempt, workflowId, version, input };
    const prepared = await engineActivity<PreparedChild>(this.lane, 'prepareChild', request);
    if (prepared.kind === 'refused') {
      this.end(child, childFailed(prepared.code, prepared.message));
      return;
    }
    const { identity, plan, start, title } = prepared;
    const argument: ExecutionArgument = {
      ...executionArgument({ identity: identityOf(identity, child), plan, start }),
      ...(routing !== undefined && { routing }),
      ...(continueAfterEvents !== undefined && { continueAfterEvents }),
    };
    const options = childStartOptions(argument, title);
    this.lane.carry(jsonBytes(argument));
    try {
      const handle = await startChild<typeof execution>(WORKFLOW_TYPE, {
        ...options,
        parentClosePolicy: 'ABANDON',
        staticSummary: cutToBytes(child.name, SUMMARY_BYTES),
        staticDetails: options.staticSummary,
      });
      handle.result().then(
        ({ outcome }) => this.end(child, outcome ?? childFailed('ENGINE_FAULT', 'It gave no output.')),
        (reason: unknown) => this.end(child, childOutcome(reason)),
      );
      child.executionId = identity.executionId;
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      // Ours, from before a reset.
      child.executionId = identity.executionId;
      await this.askToReport(child);
    }
    if (child.cancelled) await requestCancel(child);
    else if (child.paused === true) await tellPause(child);
  }

  /** One that has ended cannot be asked, and stands in the tables; else whoever finds it there tells us. */
  private async askToReport(child: Child): Promise<void> {
    const request: ReadOutcomeRequest = {
      ownerId: this.argument.identity.ownerId,
      executionId: child.executionId ?? '',
    };
    for (let tries = 1; ; tries += 1) {
      try {
        await handleOf(child).signal(REPORT_SIGNAL);
        child.reports = true;
        return;
      } catch {
        const outcome = await engineActivity<ChildOutcome | null>(this.lane, 'readOutcome', request);
        if (outcome !== null) return this.end(child, outcome);
      }
      if (tries === 2) return;
      await sleep(AGAIN_MS);
    }
  }

  /** For ends that the child did not report itself: what it did report goes first. */
  private end(child: Child, outcome: ChildOutcome): void {
    const { path, attempt } = child;
    if (this.known.get(keyOf(child)) === child) this.ended({ path, attempt, outcome });
  }
}

/** One that is not there has ended, and that is heard of in another way. */
async function requestCancel(child: Child): Promise<void> {
  await handleOf(child)
    .cancel()
    .catch(() => undefined);
}

/** One signal at a time: of two that are out, either may arrive first. */
async function tellPause(child: Child): Promise<void> {
  if (child.telling) return;
  child.telling = true;
  const signal: PauseSignal = { path: '', withParent: true };
  for (let told: boolean | null = null; told !== child.paused;) {
    told = child.paused;
    await handleOf(child)
      .signal(told === true ? PAUSE_SIGNAL : RESUME_SIGNAL, signal)
      .catch(() => undefined);
  }
  child.telling = false;
}

function handleOf({ executionId }: Child): ExternalWorkflowHandle {
  return getExternalWorkflowHandle(temporalWorkflowId(executionId ?? ''));
}

function keyOf({ path, attempt }: { readonly path: string; readonly attempt: number }): string {
  return `${path}#${attempt}`;
}

function identityOf(
  identity: ExecutionArgument['identity'],
  { path, attempt }: Child,
): ExecutionArgument['identity'] {
  return { ...identity, parent: { workflowId: workflowInfo().workflowId, path, attempt } };
}
