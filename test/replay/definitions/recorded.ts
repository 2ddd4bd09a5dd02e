import type { Control, ExecutionStatus } from '#interpreter';
import type { Script } from '../../integration/worker/support/scripted-steps.js';

/**
 * What is done to an execution while it runs. Signals wait until a step has run, and for what they do to show; what
 * is asked is asked until it is not refused.
 */
export type Action =
  | 'pause'
  | 'resume'
  | 'cancel'
  | { readonly ask: Control }
  | { readonly when: ExecutionStatus; readonly then: 'continue' };

/** An execution whose history is kept, with what its steps did when it was recorded. */
export interface Recorded {
  /** `CHILD` stands for the id of the workflow that is published for it. */
  readonly yaml: string;
  readonly child?: string;
  readonly documents?: readonly string[];
  readonly scripts: Readonly<Record<string, Script>>;
  readonly actions: readonly Action[];
  readonly continueAfterEvents?: number;
}
