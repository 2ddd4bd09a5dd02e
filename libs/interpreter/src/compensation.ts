import { numbersFor } from './attempt-numbers.js';
import type { ExecutionEvent } from './event.js';
import { isWithin } from './instance-path.js';
import { isPaused } from './paused.js';
import { at } from './plan-index.js';
import { recordStepAt, takeSequence } from './recording.js';
import type { UndoEntry } from './state.js';
import type { Tick } from './tick.js';

/** Begins to undo what was done at a path or inside it, the last first. False when there is nothing to undo. */
export function startCompensation(tick: Tick, owner: string): boolean {
  const mine = tick.undo.filter((entry) => isWithin(entry.path, owner));
  if (mine.length === 0) return false;
  tick.undo = tick.undo.filter((entry) => !isWithin(entry.path, owner));
  tick.undoing = { ...tick.undoing, [owner]: { left: mine.toReversed(), running: null } };
  return true;
}

/**
 * Runs the next of what is to be undone; one at a time, since the order counts. True when nothing is left: then
 * the compensation is over and forgotten.
 */
export function goOnCompensating(tick: Tick, owner: string): boolean {
  const undoing = tick.undoing[owner];
  if (undoing === undefined) return true;
  if (undoing.running !== null || tick.held || isPaused(tick, owner)) return false;
  for (let { left } = undoing; ; left = left.slice(1)) {
    const [entry] = left;
    if (entry === undefined) {
      tick.undoing = Object.fromEntries(Object.entries(tick.undoing).filter(([path]) => path !== owner));
      return true;
    }
    if (entry.error === null) {
      tick.undoing = { ...tick.undoing, [owner]: { left: left.slice(1), running: entry } };
      runUndo(tick, entry);
      return false;
    }
    recordBroken(tick, entry, entry.error);
  }
}

/** Takes in how the work of a compensation ended. How it ended changes nothing about the rest. False when it is none. */
export function compensationEnded(
  tick: Tick,
  event: Extract<ExecutionEvent, { kind: 'work-succeeded' | 'work-failed' | 'work-cancelled' }>,
): boolean {
  const found = Object.entries(tick.undoing).find(([, { running }]) => running?.path === event.path);
  if (found === undefined) return false;
  const [owner, { left }] = found;
  tick.inFlight -= 1;
  tick.undoing = { ...tick.undoing, [owner]: { left, running: null } };
  return true;
}

function runUndo(tick: Tick, entry: UndoEntry): void {
  const { path, step, configuration, incoming, warnings } = entry;
  const { retry } = at(tick.plan.steps, step);
  const sequence = takeSequence(tick, numbersFor(retry.maximumAttempts));
  tick.inFlight += 1;
  tick.commands.push({ kind: 'work', path, step, attempt: 1, sequence, configuration, incoming, warnings });
}

function recordBroken(
  tick: Tick,
  { path, step: index, warnings }: UndoEntry,
  { code, message }: NonNullable<UndoEntry['error']>,
): void {
  const step = at(tick.plan.steps, index);
  const error = { code, message, stepId: step.id, path, attempt: 1, retryable: false };
  recordStepAt(tick, path, step, { status: 'failed', attempt: 1, error, warnings });
}
