import type { Graph } from '../../graph/graph.js';
import { ancestors } from '../../graph/graph.js';
import { containersAround } from '../../graph/scopes.js';
import type { Read } from '../../plan/plan.js';
import type { StepDefinition, WorkflowDefinition } from '../../workflow-definition.js';
import type { CheckedExpressions } from '../check-expressions.js';
import type { ProblemSink } from '../problem-sink.js';
import type { ConditionBook } from './condition-book.js';
import { RoundBody } from './round-body.js';

/** While and until whose condition reads nothing that a round changes: they end at their most rounds. */
export function checkEndlessLoops(
  definition: WorkflowDefinition,
  graph: Graph,
  expressions: CheckedExpressions,
  book: ConditionBook,
  sink: ProblemSink,
): void {
  const assigners = assignersOf(definition);
  const insides = new Map<number, number[]>();
  definition.steps.forEach((_, index) => {
    for (const { owner } of containersAround(graph.scopes, index)) {
      const known = insides.get(owner);
      if (known === undefined) insides.set(owner, [index]);
      else known.push(index);
    }
  });
  definition.steps.forEach((step, index) => {
    const condition = step.type === 'loop' ? book.loopCondition(index) : null;
    if (condition === null || isLeft(definition, graph, index, insides.get(index) ?? [])) return;
    const { situations } = condition.cases;
    const until = step.configuration['mode'] === 'until';
    // One that is always true ends an until after its first round; one that never is, a while before it.
    if (until ? situations.some(({ size }) => size === 0) : situations.length === 0) return;
    const body = new RoundBody(definition, graph, expressions, index, changedBy(graph, assigners, insides));
    const reads = condition.checked.compiled.expression?.reads ?? [];
    if (reads.some((read) => body.changes(read))) return;
    sink.step(index, step, {
      code: 'LOOP_NEVER_ENDS',
      severity: 'warning',
      message: `Nothing inside "${step.id}" changes what this reads, so ${outcome(until, reads)}.`,
      at: ['configuration', 'condition'],
      example: [
        step.id,
        ...(insides.get(index) ?? []).slice(0, 20).map((inside) => idOf(definition, inside)),
      ],
    });
  });
}

function outcome(until: boolean, reads: readonly Read[]): string {
  if (reads.length === 0) return 'it goes on to its most rounds';
  return until
    ? 'it ends after its first round or goes on to its most rounds'
    : 'it does not begin or goes on to its most rounds';
}

function idOf({ steps }: WorkflowDefinition, index: number): string {
  return (steps[index] as StepDefinition).id;
}

/** Whether a condition in its rounds may leave it; one in a loop inside leaves that one. */
function isLeft(
  { steps }: WorkflowDefinition,
  graph: Graph,
  loop: number,
  inside: readonly number[],
): boolean {
  return inside.some((index) => {
    const { type, configuration } = steps[index] as StepDefinition;
    const { cases } = configuration;
    if (type !== 'condition' || !Array.isArray(cases)) return false;
    if (!(cases as readonly { readonly port: string }[]).some(({ port }) => port === 'break')) return false;
    for (const { owner } of containersAround(graph.scopes, index)) {
      if (steps[owner]?.type === 'loop') return owner === loop;
    }
    return false;
  });
}

/** By name of a variable, the steps that set it. */
function assignersOf({ steps }: WorkflowDefinition): ReadonlyMap<string, readonly number[]> {
  const assigners = new Map<string, number[]>();
  steps.forEach(({ assign }, index) => {
    for (const name of Object.keys(assign ?? {})) {
      const known = assigners.get(name);
      if (known === undefined) assigners.set(name, [index]);
      else known.push(index);
    }
  });
  return assigners;
}

/** Whether a variable may be set while a loop runs: inside it, or by anything that does not come before it. */
function changedBy(
  graph: Graph,
  assigners: ReadonlyMap<string, readonly number[]>,
  insides: ReadonlyMap<number, readonly number[]>,
): (loop: number, variable: string) => boolean {
  return (loop, variable) => {
    const setting = assigners.get(variable) ?? [];
    if (setting.length === 0) return false;
    const inside = new Set(insides.get(loop) ?? []);
    if (setting.some((step) => inside.has(step))) return true;
    const before = ancestors(graph, loop);
    return setting.some((step) => before[step] !== 1);
  };
}
