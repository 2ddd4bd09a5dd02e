import type { Plan, PlanBody, PlanJoin } from '#definition/plan';
import { aPlan } from './a-plan.js';
import type { Express, StepSketch } from './a-plan.js';

/** Numbers from which a graph and what happens in it are grown. */
export interface Genome {
  readonly steps: readonly StepGene[];
  readonly edges: readonly EdgeGene[];
  /** Positions of the steps in the definition: connections need not lead forwards in it. */
  readonly order: readonly number[];
}

export interface StepGene {
  readonly kind: 'work' | 'condition' | 'parallel' | 'merge' | 'transform';
  readonly join: PlanJoin;
  readonly onError: 'fail' | 'continue' | 'route';
  /** Attempts of a work step that fail before one succeeds. */
  readonly failures: number;
  /** The fact `n` it gives; null for none. */
  readonly n: number | null;
  /** Its own condition: over the input `n`, which is 2. */
  readonly condition: number | null;
  readonly gives: boolean;
}

export interface EdgeGene {
  readonly from: number;
  readonly to: number;
  readonly port: 'out' | 'error' | 'case';
  /** A condition over the source's fact `n`. */
  readonly above: number | null;
}

export const MAXIMUM_ATTEMPTS = 2;

/** A plan without cycles: connections lead from a lower gene to a higher one. */
export function grow(genome: Genome): Plan {
  const ids = genome.steps.map((_, index) => `s${index}`);
  const order = [...genome.order, ...ids.keys()].filter(
    (gene, at, all) => gene < ids.length && all.indexOf(gene) === at,
  );
  const steps = order.map((gene) => [ids[gene] ?? '', sketch(genome, gene)] as const);
  const edges = genome.edges.flatMap((gene) => {
    const from = gene.from % Math.max(1, ids.length - 1);
    const to = from + 1 + (gene.to % Math.max(1, ids.length - 1 - from));
    const source = genome.steps[from];
    if (to >= ids.length || source === undefined) return [];
    const condition = gene.above === null ? '' : ` if steps.s${from}.n > ${gene.above}`;
    return [`s${from}.${portOf(source, gene)} -> s${to}${condition}`];
  });
  return aPlan({
    steps: Object.fromEntries(steps),
    edges,
    variables: ids.map((name) => ({ name: `v_${name}`, type: 'number' })),
  });
}

function portOf(source: StepGene, gene: EdgeGene): string {
  if (gene.port === 'error') return 'error';
  if (source.kind === 'condition') return gene.port === 'case' ? 'yes' : 'else';
  return 'out';
}

function sketch(genome: Genome, gene: number): (e: Express) => StepSketch {
  const step = genome.steps[gene];
  if (step === undefined) throw new Error('No such gene.');
  return (e) => ({
    join: step.join,
    onError: step.onError,
    defaultOutput: { n: 3 },
    conditions: step.condition === null ? [] : [`input.n > ${step.condition}`],
    retry: { maximumAttempts: MAXIMUM_ATTEMPTS },
    gives: step.gives ? ['documents'] : [],
    assign: step.n === null ? {} : { [`v_s${gene}`]: String(step.n) },
    body: bodyOf(step, e),
  });
}

function bodyOf(step: StepGene, e: Express): PlanBody {
  switch (step.kind) {
    case 'work':
      return { kind: 'work', configuration: { value: {}, slots: [] } };
    case 'parallel':
      return { kind: 'parallel' };
    case 'condition':
      return {
        kind: 'condition',
        mode: 'first',
        cases: [{ port: 'yes', when: e(`input.n > ${step.n ?? 9}`) }],
      };
    case 'merge':
      return { kind: 'merge', mode: 'named', expression: null };
    case 'transform':
      return {
        kind: 'transform',
        values: step.n === null ? [] : [{ name: 'n', expression: e(String(step.n)) }],
      };
  }
}
