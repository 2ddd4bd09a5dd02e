import type { CancellationScope } from '@temporalio/workflow';
import type { Json, Reference } from '#definition/plan';
import type { Happening, LoadItemsCommand, StoreResultsCommand } from '#interpreter';
import type { LoadItemsRequest } from '../activities.js';
import { engineActivity, engineFailure } from './engine-activity.js';
import type { LocalLane } from './local-lane.js';

/** What loops need from outside: pages of their lists, and a place for results that are too big to be facts. */
export class EngineWork {
  private outstanding = 0;

  constructor(
    private readonly ownerId: string,
    private readonly lane: LocalLane,
    private readonly feed: (happening: Happening) => void,
    private readonly shield: CancellationScope,
  ) {}

  get idle(): boolean {
    return this.outstanding === 0;
  }

  loadItems({ path, reference, offset, limit }: LoadItemsCommand): void {
    const request: LoadItemsRequest = { ownerId: this.ownerId, reference, offset, limit };
    this.perform(path, async () => {
      const items = await engineActivity<readonly Json[]>(this.lane, 'loadItems', request);
      return { kind: 'items-loaded', path, offset, items };
    });
  }

  storeResults({ path, results }: StoreResultsCommand): void {
    this.perform(path, async () => {
      const reference = await engineActivity<Reference>(this.lane, 'storeResults', results);
      return { kind: 'results-stored', path, reference };
    });
  }

  private perform(path: string, work: () => Promise<Happening>): void {
    this.outstanding += 1;
    const end = (happening: Happening): void => {
      this.outstanding -= 1;
      this.feed(happening);
    };
    this.shield.run(work).then(end, (error: unknown) => {
      end({ kind: 'engine-work-failed', path, ...engineFailure(error) });
    });
  }
}
