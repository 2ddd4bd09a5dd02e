import fc from 'fast-check';
import type { Plan, PlanItemErrors, PlanJoin } from '#definition/plan';
import { aPlan } from './a-plan.js';
import type { Express, StepSketch } from './a-plan.js';
import { compute, guard, literal, loop } from './containers.js';

/** Numbers from which a scope with containers in it is grown. */
export interface ScopeGene {
  readonly nodes: readonly NodeGene[];
  /** Lead from a lower node to a higher one, by modulo. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly error: boolean }[];
}

export interface NodeGene {
  readonly kind: Kind;
  readonly join: PlanJoin;
  readonly onError: 'fail' | 'continue' | 'route' | 'block';
  /** The fate of its instances is told by their path and this. */
  readonly luck: number;
  readonly undone: boolean;
  readonly items: number;
  readonly concurrency: number;
  readonly itemErrors: PlanItemErrors;
  readonly settle: boolean;
  readonly compensate: boolean;
  readonly inner: ScopeGene | null;
  readonly last: ScopeGene | null;
}

const KINDS = [
  'work',
  'compute',
  'ask',
  'delay',
  'approval',
  'event',
  'child',
  'leave',
  'loop',
  'try',
] as const;
export type Kind = (typeof KINDS)[number];

/**
 * A wild one has everything; a calm one nothing whose result may depend on who comes first. Grown from a list of
 * numbers, read one after the other, which is cheap to make and to shrink.
 */
export function scopes(mood: 'wild' | 'calm'): fc.Arbitrary<ScopeGene> {
  return fc
    .array(fc.nat(9_999), { minLength: 60, maxLength: 250, size: 'max' })
    .map((numbers) => scopeFrom(new Reader(numbers), mood, 0));
}

class Reader {
  private position = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A number below `bound`; 0 once all are read. */
  below(bound: number): number {
    return (this.numbers[this.position++] ?? 0) % bound;
  }

  oneOf<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0];
  }
}

const DEEPEST = 3;
const CALM_JOINS: readonly [PlanJoin, ...PlanJoin[]] = [{ kind: 'all' }, { kind: 'all' }, { kind: 'every' }];
const WILD_JOINS: readonly [PlanJoin, ...PlanJoin[]] = [
  ...CALM_JOINS,
  { kind: 'any' },
  { kind: 'race' },
  { kind: 'atLeast', count: 2 },
];
const ITEM_ERRORS: readonly [PlanItemErrors, ...PlanItemErrors[]] = [
  { kind: 'failFast' },
  { kind: 'collect' },
  { kind: 'ignore' },
  { kind: 'tolerate', count: 1, share: null },
  { kind: 'tolerate', count: null, share: 0.5 },
];

function scopeFrom(reader: Reader, mood: 'wild' | 'calm', depth: number): ScopeGene {
  const nodes = Array.from({ length: (depth === 0 ? 2 : 1) + reader.below(4) }, () =>
    nodeFrom(reader, mood, depth),
  );
  const edges = Array.from({ length: reader.below(4) }, () => ({
    from: reader.below(6),
    to: reader.below(6),
    error: reader.below(4) === 0,
  }));
  return { nodes, edges };
}

function nodeFrom(reader: Reader, mood: 'wild' | 'calm', depth: number): NodeGene {
  const kinds: readonly Kind[] = depth < DEEPEST ? [...KINDS, 'loop', 'try'] : KINDS.slice(0, -2);
  const kind = reader.oneOf<Kind>(['work', 'work', ...kinds]);
  const container = kind === 'loop' || kind === 'try';
  return {
    kind: mood === 'calm' && kind === 'leave' ? 'ask' : kind,
    join: reader.oneOf(mood === 'calm' ? CALM_JOINS : WILD_JOINS),
    onError: reader.oneOf(['fail', 'continue', 'route', 'block']),
    luck: reader.below(1_000),
    undone: reader.below(2) === 0,
    items: reader.below(4),
    concurrency: 1 + reader.below(3),
    itemErrors: reader.oneOf(ITEM_ERRORS),
    settle: reader.below(2) === 0,
    compensate: reader.below(2) === 0,
    inner: container ? scopeFrom(reader, mood, depth + 1) : null,
    last: kind === 'try' && reader.below(2) === 0 ? scopeFrom(reader, mood, depth + 1) : null,
  };
}

interface Growing {
  readonly steps: Record<string, (e: Express) => StepSketch>;
  readonly edges: string[];
  readonly genes: Map<string, NodeGene>;
}

/** The plan of a scope gene, and the gene of each step by its id. */
export function growNested(gene: ScopeGene): {
  readonly plan: Plan;
  readonly genes: ReadonlyMap<string, NodeGene>;
} {
  const growing: Growing = { steps: {}, edges: [], genes: new Map() };
  growScope(growing, gene, null, false);
  const { steps, edges, genes } = growing;
  return { plan: aPlan({ steps, edges }), genes };
}

function growScope(growing: Growing, gene: ScopeGene, place: string | null, inLoop: boolean): void {
  const ids = gene.nodes.map((node) => {
    const id = `s${growing.genes.size}`;
    growing.genes.set(id, node);
    growNode(growing, id, node, place, inLoop);
    return id;
  });
  for (const { from, to, error } of gene.edges) {
    if (ids.length < 2) return;
    const source = from % (ids.length - 1);
    const target = source + 1 + (to % (ids.length - 1 - source));
    const node = gene.nodes[source];
    if (node !== undefined)
      growing.edges.push(`${ids[source]}.${error ? 'error' : portOf(node)} -> ${ids[target]}`);
  }
}

function portOf({ kind, inner, luck }: NodeGene): string {
  switch (kind) {
    case 'ask':
    case 'leave':
      return 'else';
    case 'approval':
      return luck % 2 === 0 ? 'approved' : 'rejected';
    case 'event':
      return 'received';
    case 'loop':
    case 'try':
      return inner === null ? 'out' : 'done';
    default:
      return 'out';
  }
}

function growNode(growing: Growing, id: string, node: NodeGene, place: string | null, inLoop: boolean): void {
  const { kind, inner, last } = node;
  const container = (kind === 'loop' || kind === 'try') && inner !== null;
  const at = place === null ? {} : { in: place };
  const handler = `u${id}`;
  const undone = node.undone && (kind === 'work' || kind === 'loop');
  growing.steps[id] = (e) => ({
    ...at,
    body: bodyOf(node, e, inLoop),
    join: node.join,
    onError: container && node.onError === 'block' ? 'fail' : node.onError,
    defaultOutput: {},
    retry: { maximumAttempts: 2 },
    ...(undone && { compensateWith: handler }),
  });
  if (undone) growing.steps[handler] = () => ({ ...at });
  if (!container) return;
  growScope(growing, inner, id, kind === 'loop' || inLoop);
  if (kind === 'try' && last !== null) growScope(growing, last, `${id}.finally`, inLoop);
}

function bodyOf(node: NodeGene, e: Express, inLoop: boolean): NonNullable<StepSketch['body']> {
  const { kind, inner, luck, items, concurrency, itemErrors, settle, compensate } = node;
  const work = { kind: 'work', configuration: literal({}) } as const;
  switch (kind) {
    case 'work':
      return work;
    case 'compute':
      return compute(e(luck % 7 === 0 ? '1 / 0' : String(luck)));
    case 'ask':
    case 'leave': {
      const port = kind === 'ask' ? 'yes' : luck % 2 === 0 ? 'break' : 'continue';
      const when = e(inLoop ? `loop.index == ${luck % 3}` : luck % 2 === 0 ? 'true' : 'false');
      return { kind: 'condition', mode: 'first', cases: [{ port, when }] };
    }
    case 'delay':
      return { kind: 'delay', configuration: literal({ duration: '1s' }), until: null };
    case 'approval':
      return { kind: 'approval', configuration: literal({ timeout: '1h' }) };
    case 'event':
      return { kind: 'wait_for_event', configuration: literal({ event: 'e' }) };
    case 'child':
      return { kind: 'sub_workflow', configuration: literal({ workflowId: 'w' }), input: [] };
    case 'loop': {
      if (inner === null) return work;
      const list = JSON.stringify(Array.from({ length: items }, (_, n) => n));
      return loop(e, { over: list, concurrency, itemErrors, result: 'loop.index' });
    }
    case 'try':
      return inner === null ? work : guard({ siblings: settle ? 'settle' : 'cancel', compensate });
  }
}
