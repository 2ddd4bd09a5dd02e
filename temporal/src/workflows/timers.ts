import { CancellationScope, sleep } from '@temporalio/workflow';
import type { CancelTimerCommand, Happening, StartTimerCommand } from '#interpreter';
import type { Clock } from './clock.js';
import { SUMMARY_BYTES, cutToBytes } from '../sizes.js';

/** Timers of steps, one a path. They end with the run: the interpreter gives those that go on to the next one again. */
export class Timers {
  private readonly running = new Map<string, CancellationScope>();

  constructor(
    private readonly clock: Clock,
    private readonly nameOf: (step: number) => string,
    private readonly feed: (happening: Happening) => void,
    private readonly shield: CancellationScope,
  ) {}

  start({ path, step, due }: StartTimerCommand): void {
    this.cancel({ path });
    const left = due - this.clock.now();
    if (left <= 0) {
      this.feed({ kind: 'timer-fired', path });
      return;
    }
    const scope = new CancellationScope({ cancellable: true, parent: this.shield });
    this.running.set(path, scope);
    const summary = cutToBytes(this.nameOf(step), SUMMARY_BYTES);
    scope
      .run(() => sleep(left, { summary }))
      .then(
        () => {
          this.running.delete(path);
          this.feed({ kind: 'timer-fired', path });
        },
        // Nothing but its cancellation ends a timer early, and whoever cancels does not wait for it.
        () => undefined,
      );
  }

  cancel({ path }: Pick<CancelTimerCommand, 'path'>): void {
    this.running.get(path)?.cancel();
    this.running.delete(path);
  }
}
