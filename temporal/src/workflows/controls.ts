import { condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import { CONTROLS } from '#interpreter';
import type { Control } from '#interpreter';
import {
  CANCELLER_SIGNAL,
  CHILD_ENDED_SIGNAL,
  PAUSE_SIGNAL,
  REPORT_SIGNAL,
  RESUME_SIGNAL,
} from '../names.js';
import type { CancellerSignal, ChildEndedSignal, PauseSignal } from '../names.js';
import { refusalFailure } from '../refusal.js';
import type { Driver } from './driver.js';

/** Lets in what others say: people who pause, resume and decide, and children that end. */
export function listen(driver: Driver): void {
  for (const kind of [PAUSE_SIGNAL, RESUME_SIGNAL] as const) {
    setHandler(defineSignal<[PauseSignal?]>(kind), (signal) => {
      const path = typeof signal?.path === 'string' ? signal.path : '';
      const withParent = signal?.withParent === true;
      driver.feed({ kind, path, actor: signal?.actor ?? null, withParent });
    });
  }
  setHandler(defineSignal<[CancellerSignal?]>(CANCELLER_SIGNAL), (signal) => {
    driver.canceller = signal?.actor ?? null;
  });
  setHandler(defineSignal<[ChildEndedSignal]>(CHILD_ENDED_SIGNAL), async (signal) => {
    if (!driver.begun) await condition(() => driver.begun);
    if (isChildEnd(signal)) driver.children?.ended(signal);
  });
  setHandler(defineSignal(REPORT_SIGNAL), () => {
    driver.reports = true;
  });
  for (const kind of CONTROLS) {
    const update = defineUpdate<void, [Control]>(kind);
    setHandler(update, (control: Control) => perform(driver, control), {
      validator: (control: Control) => allow(driver, control),
    });
  }
}

/** One that comes while the plan is being read waits, and is looked at when there is something to look at. */
async function perform(driver: Driver, control: Control): Promise<void> {
  if (!driver.begun) await condition(() => driver.begun);
  allow(driver, control);
  driver.control(control);
}

function allow(driver: Driver, control: Control): void {
  const refusal = driver.refusal(control);
  if (refusal !== null) throw refusalFailure(refusal);
}

/** Anybody may send a signal; one that says nothing must not stop the execution. */
function isChildEnd(signal: Partial<ChildEndedSignal> | undefined): signal is ChildEndedSignal {
  return (
    typeof signal?.path === 'string' &&
    typeof signal.attempt === 'number' &&
    typeof signal.outcome?.status === 'string'
  );
}
