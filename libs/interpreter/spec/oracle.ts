import type { Plan } from '#definition/plan';
import type { Genome, StepGene } from './genome.js';
import { MAXIMUM_ATTEMPTS } from './genome.js';

export interface Foretold {
  readonly status: 'completed' | 'failed';
  /** By step id; only where the execution completes. */
  readonly steps: Readonly<Record<string, 'completed' | 'failed' | 'skipped'>>;
  /** By step id: the references it gets, where joins wait for all of their connections. */
  readonly got: Readonly<Record<string, readonly string[]>>;
}

type End = 'completed' | 'failed' | 'skipped' | 'fatal';

/**
 * What must come of a graph without races, told from its genes alone: each step is looked at once, after
 * all its sources. Written apart from the interpreter, and in another way, to catch its mistakes.
 */
export function foretell(genome: Genome, plan: Plan): Foretold {
  const ends = new Map<string, End>();
  const live = new Map<number, boolean>();
  const got = new Map<string, readonly string[]>();
  const hands = new Map<number, readonly string[]>();
  for (const [gene, step] of genome.steps.entries()) {
    const id = `s${gene}`;
    const planned = plan.steps.find((candidate) => candidate.id === id);
    if (planned === undefined) throw new Error('A gene without a step.');
    const incoming = planned.incoming.map((edge) => live.get(edge) ?? false);
    const end = endOf(
      step,
      incoming,
      plan.edges.some((edge) => edge.source === planned.index && edge.port === 'error'),
    );
    ends.set(id, end);
    const sources = planned.incoming
      .filter((edge) => live.get(edge))
      .map((edge) => plan.edges[edge]?.source ?? -1);
    got.set(id, [...new Set(sources.flatMap((source) => hands.get(source) ?? []))]);
    const made = step.kind === 'work' && end === 'completed' ? [id] : [];
    hands.set(planned.index, step.gives ? made : (got.get(id) ?? []));
    for (const edge of plan.edges.filter((candidate) => candidate.source === planned.index)) {
      live.set(edge.index, isLive(step, end, edge.port, edge.condition?.source ?? null));
    }
  }
  const status = [...ends.values()].includes('fatal') ? 'failed' : 'completed';
  return { status, steps: Object.fromEntries(ends) as Foretold['steps'], got: Object.fromEntries(got) };
}

function endOf(step: StepGene, incoming: readonly boolean[], hasErrorEdge: boolean): End {
  const alive = incoming.filter(Boolean).length;
  if (incoming.length > 0) {
    if (alive === 0) return 'skipped';
    if (step.join.kind === 'every' && alive < incoming.length) return 'skipped';
    if (step.join.kind === 'atLeast' && alive < step.join.count) return failed(step, hasErrorEdge);
  }
  if (step.condition !== null && !(2 > step.condition)) return 'skipped';
  const fails = step.kind === 'work' && step.failures >= MAXIMUM_ATTEMPTS;
  return fails ? failed(step, hasErrorEdge) : 'completed';
}

function failed(step: StepGene, hasErrorEdge: boolean): End {
  return step.onError === 'continue' || (step.onError === 'route' && hasErrorEdge) ? 'failed' : 'fatal';
}

function isLive(step: StepGene, end: End, port: string, condition: string | null): boolean {
  if (end === 'skipped' || end === 'fatal') return false;
  if (end === 'failed' && step.onError === 'route') return port === 'error' && condition === null;
  if (port === 'error') return false;
  const n = end === 'failed' ? 3 : factOf(step);
  if (step.kind === 'condition') {
    const chosen = end === 'completed' && 2 > (step.n ?? 9) ? 'yes' : 'else';
    if (port !== chosen) return false;
  }
  return condition === null || (n !== null && n > Number(condition.split('>')[1]));
}

function factOf(step: StepGene): number | null {
  return step.kind === 'work' || step.kind === 'transform' ? step.n : null;
}
