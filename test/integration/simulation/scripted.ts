import fc from 'fast-check';
import type { Plan } from '#definition/plan';
import { isClosed, simulate } from '#interpreter';
import type { Outcome, Outcomes, SimulationResult, StartInput, Surroundings } from '#interpreter';
import { growNested, scopes } from '../../../libs/interpreter/spec/nested-genome.js';
import type { NodeGene, ScopeGene } from '../../../libs/interpreter/spec/nested-genome.js';
import { GRAPHS } from './generated.js';
import { turnsOf } from './turns.js';
import type { Turn } from './turns.js';

/** A graph that chance has made, outcomes for its steps, and how the designer says that it will go. */
export interface Scripted {
  readonly plan: Plan;
  readonly outcomes: Outcomes;
  readonly simulation: SimulationResult;
  readonly turns: readonly Turn[];
}

export const INPUT: StartInput = { at: 0, executionId: 'simulated', input: {}, documents: null };

/** What is blocked in a round is retried for ever, when the round is said to fail: then the simulation is left. */
export const SURROUNDINGS: Surroundings = { mostRecords: 2_000 };

export function scripted(seed: number): readonly Scripted[] {
  return fc.sample(scopes('wild').map(simulated).filter(isScripted), { numRuns: GRAPHS, seed });
}

type Simulated = Omit<Scripted, 'turns'> & { readonly turns: readonly Turn[] | null };

function isScripted(made: Simulated): made is Scripted {
  return made.turns !== null;
}

function simulated(gene: ScopeGene): Simulated {
  const { plan: grown, genes } = growNested(untimed(gene));
  const steps = grown.steps.map((step) => ({ ...step, retry: { ...step.retry, initialIntervalMs: 1 } }));
  const plan = { ...grown, steps };
  const outcomes = outcomesOf(genes);
  const simulation = simulate(plan, INPUT, outcomes, () => ({}), SURROUNDINGS);
  const turns = isClosed(simulation.status) ? turnsOf(plan, simulation.records) : null;
  return { plan, outcomes, simulation, turns };
}

/** Nothing here ends by the clock, which is another in a simulation, and sub-workflows are executions of their own. */
function untimed(gene: ScopeGene): ScopeGene {
  return { ...gene, nodes: gene.nodes.map(untimedNode) };
}

function untimedNode(node: NodeGene): NodeGene {
  const kind = node.kind === 'delay' || node.kind === 'child' ? 'work' : node.kind;
  return { ...node, kind, inner: node.inner && untimed(node.inner), last: node.last && untimed(node.last) };
}

/** Of each work step one for each attempt or round; people approve or reject. */
function outcomesOf(genes: ReadonlyMap<string, NodeGene>): Outcomes {
  const outcomes = [...genes].map(([id, gene]) => [id, outcomeFor(gene)] as const);
  return Object.fromEntries(outcomes.filter(isSaid));
}

function outcomeFor({ kind, luck }: NodeGene): Outcome | readonly Outcome[] | null {
  if (kind === 'approval') return { facts: { approved: luck % 2 === 0 } };
  if (kind !== 'work') return null;
  return [1, 5, 25].map((n) =>
    Math.floor(luck / n) % 5 === 0 ? { error: { code: 'X' } } : { facts: { n: luck } },
  );
}

function isSaid(
  said: readonly [string, Outcome | readonly Outcome[] | null],
): said is readonly [string, Outcome | readonly Outcome[]] {
  return said[1] !== null;
}
