import fc from 'fast-check';
import type { JsonObject, Plan, PlanStep } from '#definition/plan';
import type { Control, StepRecord } from '#interpreter';
import { RUNS, genomes, joins } from '../../../libs/interpreter/spec/arbitraries.js';
import { fateOf } from '../../../libs/interpreter/spec/fate.js';
import { grow } from '../../../libs/interpreter/spec/genome.js';
import type { Genome } from '../../../libs/interpreter/spec/genome.js';
import { growNested, scopes } from '../../../libs/interpreter/spec/nested-genome.js';
import type { ScopeGene } from '../../../libs/interpreter/spec/nested-genome.js';

/** What an attempt of a work step comes to. */
export type Fate =
  | { readonly kind: 'gives'; readonly facts: JsonObject }
  | { readonly kind: 'fails'; readonly code: string; readonly message: string };

/** What somebody or something outside does while it runs. */
export type Meddling = 'nothing' | 'pause' | 'cancel' | 'continue';

/** An execution that chance has made, and what becomes of it. */
export interface Generated {
  readonly plan: Plan;
  readonly input: JsonObject;
  readonly meddling: Meddling;
  readonly work: (path: string, attempt: number) => Fate;
  /** What a person says to a step that waits or is blocked; null for one that needs nobody. */
  readonly decide: (waiting: Pick<StepRecord, 'path' | 'status' | 'attempt' | 'stepType'>) => Control | null;
}

/** How many of each sort: one on a real server takes as long as some dozens in memory. */
export const GRAPHS = Math.ceil(RUNS.numRuns / 40);

/** Half of them flat, with every kind of join, half nested, with everything else. */
export function generated(seed: number): readonly Generated[] {
  const some = { numRuns: GRAPHS, seed };
  return [
    ...fc.sample(genomes(joins), some).map((genome, index) => flat(genome, meddlingOf(index))),
    ...fc.sample(scopes('wild'), some).map((gene, index) => nested(gene, meddlingOf(index))),
  ];
}

function meddlingOf(index: number): Meddling {
  return (['nothing', 'continue', 'pause', 'continue', 'cancel'] as const)[index % 5] ?? 'nothing';
}

function flat(genome: Genome, meddling: Meddling): Generated {
  return {
    plan: hastened(grow(genome)),
    input: { n: 2 },
    meddling,
    work: (path, attempt) => {
      const gene = genome.steps[Number(path.slice(1))];
      if (attempt <= (gene?.failures ?? 0)) return { kind: 'fails', code: 'X', message: path };
      const facts: JsonObject = gene?.n == null ? {} : { n: gene.n };
      return { kind: 'gives', facts };
    },
    decide: () => null,
  };
}

function nested(gene: ScopeGene, meddling: Meddling): Generated {
  const { plan, genes } = growNested(gene);
  return {
    plan: hastened(plan),
    input: {},
    meddling,
    work: (path, attempt) => {
      const command = { kind: 'work', path, attempt, step: 0, sequence: 0, configuration: {} } as const;
      const pending = { command: { ...command, incoming: {}, warnings: [] }, cancelled: false };
      const event = fateOf(pending, genes, 1);
      if (event.kind === 'work-failed') return { kind: 'fails', ...event.error };
      return { kind: 'gives', facts: event.kind === 'work-succeeded' ? event.output.facts : {} };
    },
    decide: (waiting) => {
      const unsaid = {
        sequence: 0,
        at: 0,
        stepId: '',
        stepName: '',
        output: null,
        error: null,
        reason: null,
      };
      const record = { kind: 'step', ...unsaid, ...waiting, warnings: [] } as const;
      const event = fateOf({ command: { kind: 'record', record }, cancelled: false }, genes, 1);
      return isControl(event) ? event : null;
    },
  };
}

function isControl(event: { readonly kind: string }): event is Control {
  return ['approve', 'send-event', 'retry-step', 'skip-step', 'give-up-step'].includes(event.kind);
}

/** The same with waits that a test has time for. */
function hastened(plan: Plan): Plan {
  return { ...plan, steps: plan.steps.map(hastenedStep) };
}

function hastenedStep(step: PlanStep): PlanStep {
  const retry = { ...step.retry, initialIntervalMs: 10 };
  if (step.body.kind !== 'delay') return { ...step, retry };
  const configuration = { value: { duration: '50ms' }, slots: [] };
  return { ...step, retry, body: { ...step.body, configuration } };
}
