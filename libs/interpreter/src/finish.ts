import { goOnCompensating, startCompensation } from './compensation.js';
import { EngineFault } from './engine-fault.js';
import { at } from './plan-index.js';
import { recordStatus } from './recording.js';
import { assertDecided } from './settle.js';
import { openStatus } from './open-status.js';
import { outputOf } from './output-of.js';
import { isPausedAnywhere } from './paused.js';
import type { ScopeDraft, Tick } from './tick.js';
import { draftOf, liveKeys, sightOf, stateOf } from './tick.js';

/** Ends the execution when nothing is undecided and nothing runs, or says how it stands. */
export function conclude(tick: Tick): void {
  const root = draftOf(tick, '');
  if (root.open > 0) {
    assertGoingOn(tick, root);
    say(tick);
    return;
  }
  assertDecided(root);
  if (compensates(tick, root)) {
    say(tick);
    return;
  }
  const stopped = root.stopping;
  if (stopped?.kind === 'left') throw new EngineFault('The root was left like a loop.');
  const status = stopped?.kind ?? 'completed';
  const error = stopped?.kind === 'failed' ? stopped.error : null;
  const output = outputOf(tick, root);
  recordStatus(tick, status, output, error);
  tick.commands.push({ kind: 'finish', status, output, error });
}

/** What was done is undone when the execution fails or is cancelled. True while that is under way. */
function compensates(tick: Tick, root: ScopeDraft): boolean {
  if (root.stopping === null) return false;
  if (tick.undoing[''] === undefined && !startCompensation(tick, '')) return false;
  return !goOnCompensating(tick, '');
}

function say(tick: Tick): void {
  const status = openStatus(tick);
  if (status !== tick.status) recordStatus(tick, status);
}

/** Something undecided while nothing runs or waits would never end: a fault, never a success. */
function assertGoingOn(tick: Tick, root: ScopeDraft): void {
  const { inFlight, children, waiting, blocked } = tick;
  if (inFlight + children + waiting + blocked > 0) return;
  if (tick.held || tick.yielded || isPausedAnywhere(tick) || isAnythingReady(tick)) return;
  const stuck = at(tick.plan.scopes, root.scope).steps.filter(
    (step) => stateOf(tick, root, step)?.kind !== 'ended',
  );
  const names = stuck.slice(0, 3).map((step) => `"${at(tick.plan.steps, step).id}"`);
  throw new EngineFault(`Nothing runs, and ${names.join(', ')} can never be decided.`);
}

function isAnythingReady(tick: Tick): boolean {
  return liveKeys(tick).some((key) => sightOf(tick, key).ready.length > 0);
}
