import type { CancellationScope } from '@temporalio/workflow';
import type { Plan } from '#definition/plan';
import type { Command, Happening } from '#interpreter';
import type { ExecutionArgument } from '../argument.js';
import { Children } from './children.js';
import { EngineWork } from './engine-work.js';
import type { LocalLane } from './local-lane.js';
import type { RecordBuffer } from './record-buffer.js';
import { Timers } from './timers.js';
import { WorkSet } from './work-set.js';

type OutsideCommand = Exclude<Command, { readonly kind: 'record' | 'finish' | 'yield' }>;

/** Everything an execution has others do for it: work, timers, other executions, and what loops read and store. */
export class Outside {
  readonly children: Children;
  private readonly works: WorkSet;
  private readonly timers: Timers;
  private readonly engine: EngineWork;

  constructor(
    argument: ExecutionArgument,
    plan: Plan,
    records: RecordBuffer,
    lane: LocalLane,
    feed: (happening: Happening) => void,
    shield: CancellationScope,
  ) {
    const nameOf = (step: number): string => plan.steps[step]?.name ?? '';
    this.works = new WorkSet(argument, plan, records, feed, shield);
    this.timers = new Timers(lane.clock, nameOf, feed, shield);
    this.children = new Children(argument, lane, nameOf, feed, shield);
    this.engine = new EngineWork(argument.identity.ownerId, lane, feed, shield);
  }

  /** True when nothing is out that the end of the run would lose; timers and children that run are no such thing. */
  get idle(): boolean {
    return this.works.idle && this.engine.idle && this.children.settled;
  }

  /** Names of the steps that are out, for people. */
  get names(): readonly string[] {
    return [...this.works.names, ...this.children.names];
  }

  perform(command: OutsideCommand): void {
    switch (command.kind) {
      case 'work':
        return this.works.add(command);
      case 'cancel-work':
        return this.works.cancel(command);
      case 'start-timer':
        return this.timers.start(command);
      case 'cancel-timer':
        return this.timers.cancel(command);
      case 'start-child':
        return this.children.start(command);
      case 'cancel-child':
        return this.children.cancel(command);
      case 'pause-child':
      case 'resume-child':
        return this.children.pause(command);
      case 'load-items':
        return this.engine.loadItems(command);
      case 'store-results':
        return this.engine.storeResults(command);
    }
  }

  /** Starts the work that has room, once all commands of an activation are known. */
  start(): void {
    this.works.start();
  }

  cancelAll(): void {
    this.works.cancelAll();
    this.children.cancelAll();
  }
}
