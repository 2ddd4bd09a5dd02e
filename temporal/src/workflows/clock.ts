import { workflowInfo } from '@temporalio/workflow';

/**
 * The time of an execution: that at which its workflow task began. The clock of the SDK moves on after a local activity
 * when a history is replayed, and not when it happens, so it is looked at only before one in a task.
 */
export class Clock {
  private task = -1;
  private time = 0;

  /** Epoch milliseconds. */
  now(): number {
    const { historyLength } = workflowInfo();
    if (historyLength !== this.task) {
      this.task = historyLength;
      this.time = Date.now();
    }
    return this.time;
  }

  /** After a local activity, which may have lasted into another task: its time is not looked at. */
  stay(): void {
    this.task = workflowInfo().historyLength;
  }
}
