import type { Plan } from '#definition/plan';
import type { Control, ExecutionRecord } from '#interpreter';

/** What comes from outside next in an execution. */
export type Turn =
  | { readonly kind: 'begins'; readonly path: string; readonly attempt: number }
  | {
      readonly kind: 'ends';
      readonly path: string;
      readonly attempt: number;
      readonly as: 'scripted' | 'cancelled';
    }
  | { readonly kind: 'asked'; readonly control: Control };

/**
 * The order in which all comes from outside in a simulation, as its records tell it. Null when a step is cancelled
 * between two attempts: how long it takes until the next one begins is a guess in a simulation.
 */
export function turnsOf(plan: Plan, records: readonly ExecutionRecord[]): readonly Turn[] | null {
  const work = new Set(plan.steps.flatMap(({ id, class: kind }) => (kind === 'work' ? [id] : [])));
  const running = new Map<string, number>();
  const resting = new Set<string>();
  const turns: Turn[] = [];
  for (const record of records) {
    if (record.kind === 'control') turns.push({ kind: 'asked', control: controlOf(record) });
    if (record.kind !== 'step' || !work.has(record.stepId)) continue;
    const { path, attempt, sequence, status } = record;
    if (status === 'running') {
      turns.push({ kind: 'begins', path, attempt });
      running.set(path, sequence);
      resting.delete(path);
    } else if (sequence === (running.get(path) ?? 0) + 1) {
      turns.push({ kind: 'ends', path, attempt, as: 'scripted' });
      running.delete(path);
      // A worker gives a reason for an attempt that is followed by another one, and only for that.
      if (record.reason !== null) resting.add(path);
    } else if (status === 'cancelled') {
      if (resting.has(path)) return null;
      if (!running.delete(path)) continue;
      const begun = turns.findLastIndex((turn) => turn.kind === 'begins' && turn.path === path);
      if (isOneMoment(turns.slice(begun))) turns.splice(begun, 1);
      else turns.push({ kind: 'ends', path, attempt, as: 'cancelled' });
    }
  }
  return turns;
}

/** What is handed out and called back at one moment, as by a break beside it, never begins. */
function isOneMoment(turns: readonly Turn[]): boolean {
  return turns.every((turn) => turn.kind === 'begins' || (turn.kind === 'ends' && turn.as === 'cancelled'));
}

function controlOf({ action, path, detail }: Extract<ExecutionRecord, { kind: 'control' }>): Control {
  const actor = null;
  switch (action) {
    case 'approve':
      return { kind: 'approve', path, approved: detail['approved'] === true, comment: null, actor };
    case 'event':
      return { kind: 'send-event', path, name: detail['name'] as string, payload: null, actor };
    case 'retry':
      return { kind: 'retry-step', path, configuration: null, actor };
    case 'give-up':
      return { kind: 'give-up-step', path, actor };
    default:
      throw new Error(`Nobody does this in a simulation: ${action}`);
  }
}
