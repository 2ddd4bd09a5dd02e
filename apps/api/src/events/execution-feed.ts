import { Injectable } from '@nestjs/common';
import { ExecutionEventsRepository } from '#persistence';
import type { ExecutionEventRow, WorkflowExecution } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { ExecutionsService } from '../executions/executions.service.js';
import { EventBridge } from './event-bridge.js';
import { follow } from './follow.js';

const PAGE = 200;
const CLOSED: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled']);

/** Live streams of one execution, for its owner. Both end when the execution has ended and all was told. */
@Injectable()
export class ExecutionFeed {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly log: ExecutionEventsRepository,
    private readonly bridge: EventBridge,
  ) {}

  /** Every event after a number: the stored ones first, with no gap and no duplicate. */
  async events(viewer: Viewer, id: string, after: number): Promise<AsyncIterableIterator<ExecutionEventRow>> {
    await this.executions.pulse(viewer, id);
    let seen = after;
    return follow(this.bridge.follow(id), async () => {
      const { status, sequence } = await this.executions.pulse(viewer, id);
      const items = await this.log.after(id, seen, PAGE);
      seen = items.at(-1)?.sequence ?? seen;
      return { items, more: items.length === PAGE, ended: CLOSED.has(status) && seen >= sequence };
    });
  }

  /**
   * The execution as it is now, and again whenever it has changed or a step of it is further; changes in
   * quick succession come as one.
   */
  async updates(viewer: Viewer, id: string): Promise<AsyncIterableIterator<WorkflowExecution>> {
    await this.executions.pulse(viewer, id);
    let seen: string | null = null;
    return follow(this.bridge.follow(id), async () => {
      const { status, sequence, progress } = await this.executions.pulse(viewer, id);
      const now = `${sequence} ${progress}`;
      const items = now === seen ? [] : [await this.executions.get(viewer, id)];
      seen = now;
      return { items, more: false, ended: CLOSED.has(status) };
    });
  }
}
