import type { JsonObject } from '#definition';
import type { Actor, Control, ExecutionStatus } from '#interpreter';
import type { Script } from '../../integration/worker/support/scripted-steps.js';

/**
 * What is done to an execution while it runs. Signals wait until a step has run, and for what they do to show; what
 * is asked is asked until it is not refused; `child-reports` waits until its sub-workflow was asked to report its end.
 */
export type Action =
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'child-reports'
  | { readonly cancelAs: Actor }
  | { readonly ask: Control; readonly of?: 'child' }
  | { readonly when: ExecutionStatus; readonly then: 'continue' | PathSignal };

/** At one place, which does not have to show. */
export type PathSignal = { readonly pause: string } | { readonly resume: string };

/** An execution whose history is kept, with what its steps did when it was recorded. */
export interface Recorded {
  /** `CHILD` stands for the id of the workflow that is published for it. */
  readonly yaml: string;
  readonly child?: string;
  readonly documents?: readonly string[];
  /** It runs in bulk over these, two at a time. */
  readonly rows?: readonly JsonObject[];
  readonly scripts: Readonly<Record<string, Script>>;
  readonly actions: readonly Action[];
  readonly continueAfterEvents?: number;
  /** It ran before, with this done to it, and is a rerun that takes over what that gave. */
  readonly rerunAfter?: readonly Action[];
  /** Whose history is kept; that of the last run when absent. */
  readonly keep?: 'first-run' | 'child';
}
