import type { Graph } from '../../graph/graph.js';
import { edgesFrom, sourcesOf, targetsOf } from '../../graph/graph.js';
import { topologicalOrder } from '../../graph/topological-order.js';
import { findStepType } from '../../steps/catalogue.js';
import type { StepDefinition, WorkflowDefinition } from '../../workflow-definition.js';
import type { CheckedExpressions } from '../check-expressions.js';
import type { ProblemSink } from '../problem-sink.js';

/** Steps whose results nobody reads: what they compute is for nothing. */
export function checkUnreadOutputs(
  { steps }: WorkflowDefinition,
  graph: Graph,
  expressions: CheckedExpressions,
  sink: ProblemSink,
): void {
  const read = readSteps(steps, graph, expressions);
  const working = workAhead(steps, graph);
  steps.forEach((step, index) => {
    if (read.has(index) || graph.undoes.has(index) || !isForItsOutput(step)) return;
    // What nothing follows is a result of the execution.
    const [first] = edgesFrom(graph, index);
    if (first === undefined || (findStepType(step.type)?.gives.length && working[index] === 1)) return;
    sink.step(index, step, {
      code: 'STEP_OUTPUT_UNREAD',
      severity: 'hint',
      message: `Nothing reads what "${step.id}" gives.`,
      example: [step.id, steps[first.target]?.id ?? ''],
    });
  });
}

/** Whether there is no other reason for a step than what it gives. */
function isForItsOutput(step: StepDefinition): boolean {
  const type = findStepType(step.type);
  if (type === null || type.class(step.configuration) === 'control') return false;
  if (type.facts(step).length + type.gives.length === 0) return false;
  if (Object.keys(step.assign ?? {}).length > 0 || step.compensateWith !== undefined) return false;
  return step.onError !== 'route' && type.hasEffect?.(step.configuration) !== true;
}

function readSteps(
  steps: readonly StepDefinition[],
  graph: Graph,
  { ofSteps, ofConnections }: CheckedExpressions,
): ReadonlySet<number> {
  const read = new Set<number>();
  const readers = [
    ...ofSteps.flatMap((list, step) => list.map((checked) => [checked, step] as const)),
    ...[...ofConnections.values()].map((checked) => [checked, null] as const),
  ];
  for (const [{ compiled }, by] of readers) {
    for (const one of compiled.expression?.reads ?? []) {
      if ((one.kind === 'fact' || one.kind === 'skipped') && one.step !== by) read.add(one.step);
    }
  }
  steps.forEach(({ type }, index) => {
    if (type === 'merge') for (const source of sourcesOf(graph, index)) read.add(source);
  });
  return read;
}

/**
 * 1 for steps after which some other step does work, and so may use the references they hand on. Containers, and
 * what comes after their last steps, are taken for such.
 */
function workAhead(steps: readonly StepDefinition[], graph: Graph): Uint8Array {
  const ahead = new Uint8Array(steps.length);
  const works = steps.map((step) => {
    const type = findStepType(step.type);
    return type?.regions !== undefined || type?.class(step.configuration) === 'work';
  });
  for (const step of [...topologicalOrder(graph).order].reverse()) {
    const targets = targetsOf(graph, step);
    const endsContainer = targets.length === 0 && graph.scopes.of[step] !== 0;
    if (endsContainer || targets.some((target) => works[target] || ahead[target] === 1)) ahead[step] = 1;
  }
  return ahead;
}
