import { useState } from 'react';
import { notifyDone, notifyFailure, notifyRefusal } from '../ui/notify.js';
import { withAdvice } from './refusal-advice.js';

interface Payload {
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly severity: string;
  }[];
}

interface Wording {
  /** Title of the notice when it did not work: `“Pay” was not approved`. */
  readonly failed: string;
  /** What to say when it worked; nothing when the page shows it anyway. */
  readonly done?: string;
}

/** Does what somebody decided, once at a time, and says when it was refused and what to do then. */
export function useDecision() {
  const [busy, setBusy] = useState(false);

  async function decide(wording: Wording, work: () => Promise<Payload | undefined>): Promise<boolean> {
    setBusy(true);
    try {
      const refused = ((await work())?.problems ?? []).filter(({ severity }) => severity === 'ERROR');
      if (refused.length > 0) {
        notifyRefusal(wording.failed, withAdvice(refused));
        return false;
      }
      if (wording.done !== undefined) notifyDone(wording.done);
      return true;
    } catch (error) {
      notifyFailure(wording.failed, error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, decide };
}
