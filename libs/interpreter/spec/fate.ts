import type { Command } from '../src/command.js';
import type { ExecutionEvent } from '../src/event.js';
import type { NodeGene } from './nested-genome.js';

/** Something outside that has been asked for and has not answered. */
export interface Pending {
  readonly command: Exclude<
    Command,
    { kind: 'finish' | 'cancel-work' | 'cancel-child' | 'cancel-timer' | 'pause-child' | 'resume-child' }
  >;
  readonly cancelled: boolean;
}

/** A number of a path, the same each time: what becomes of an instance must not depend on who comes first. */
function hash(path: string, luck: number): number {
  let value = luck + 7;
  for (const character of path) value = (value * 31 + character.charCodeAt(0)) % 1_000_003;
  return value;
}

const NOBODY = { at: 0, actor: null } as const;

/** How it answers. `pick` only decides whether what was told to stop still ends by itself. */
export function fateOf(
  { command, cancelled }: Pending,
  genes: ReadonlyMap<string, NodeGene>,
  pick: number,
): ExecutionEvent {
  switch (command.kind) {
    case 'work':
      return workFate(command, luckOf(command.path, genes), cancelled && pick % 2 === 0);
    case 'start-child':
      return childFate(command, luckOf(command.path, genes), cancelled);
    case 'start-timer':
      return { kind: 'timer-fired', at: 0, path: command.path };
    case 'store-results': {
      const { path, results } = command;
      const reference = { $ref: path, kind: 'json', count: results.length, bytes: 1, sha256: '' };
      return { kind: 'results-stored', at: 0, path, reference };
    }
    case 'load-items':
      return { kind: 'items-loaded', at: 0, path: command.path, offset: command.offset, items: [] };
    case 'yield':
      return { kind: 'go-on', at: 0 };
    case 'record':
      return personFate(command.record, genes);
  }
}

function luckOf(path: string, genes: ReadonlyMap<string, NodeGene>): number {
  return genes.get(path.slice(path.lastIndexOf('/') + 1))?.luck ?? 1;
}

function fails(path: string, luck: number, attempt: number): boolean {
  return attempt < 3 && hash(path, luck) % 6 === 0;
}

function workFate(
  { path, attempt }: Extract<Command, { kind: 'work' }>,
  luck: number,
  stops: boolean,
): ExecutionEvent {
  if (stops) return { kind: 'work-cancelled', at: 0, path, attempt };
  if (!fails(path, luck, attempt)) {
    return { kind: 'work-succeeded', at: 0, path, attempt, output: { facts: { n: luck }, references: {} } };
  }
  const error = { code: 'X', message: path, stepId: null, path, attempt: attempt + 1, retryable: true };
  return { kind: 'work-failed', at: 0, path, attempt: attempt + 1, error };
}

function childFate(
  { path, attempt }: Extract<Command, { kind: 'start-child' }>,
  luck: number,
  stops: boolean,
): ExecutionEvent {
  const ended = { kind: 'child-ended', at: 0, path, attempt } as const;
  if (stops) return { ...ended, outcome: { status: 'cancelled' } };
  if (!fails(path, luck, attempt)) {
    return { ...ended, outcome: { status: 'completed', output: { facts: {}, references: {} } } };
  }
  const error = { code: 'X', message: path, stepId: null, path, attempt, retryable: true };
  return { ...ended, outcome: { status: 'failed', error } };
}

function personFate(
  record: Extract<Command, { kind: 'record' }>['record'],
  genes: ReadonlyMap<string, NodeGene>,
): ExecutionEvent {
  if (record.kind !== 'step') return { kind: 'go-on', at: 0 };
  const { path, stepType } = record;
  const luck = luckOf(path, genes);
  if (record.status === 'blocked') {
    const kinds = ['retry-step', 'skip-step', 'give-up-step'] as const;
    const kind = kinds[hash(path, luck) % 3] ?? 'give-up-step';
    if (kind === 'retry-step' && record.attempt < 3) return { kind, path, configuration: null, ...NOBODY };
    if (kind === 'skip-step') return { kind, path, output: luck % 2 === 0 ? { n: 1 } : null, ...NOBODY };
    return { kind: 'give-up-step', path, ...NOBODY };
  }
  if (stepType === 'approval')
    return { kind: 'approve', path, approved: luck % 2 === 0, comment: null, ...NOBODY };
  if (stepType === 'wait_for_event') return { kind: 'send-event', name: 'e', path, payload: null, ...NOBODY };
  return { kind: 'timer-fired', at: 0, path };
}
