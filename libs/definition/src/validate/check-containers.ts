import type { Graph } from '../graph/graph.js';
import { containersAround, DEEPEST_NESTING, regionOf } from '../graph/scopes.js';
import { findStepType } from '../steps/catalogue.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** Steps stand in containers that exist, not in a circle and not too deep; containers hold something. */
export function checkContainers(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  definition.steps.forEach((step, index) => {
    checkParent(definition, step, index, graph, sink);
    checkDepth(step, index, graph, sink);
    checkBody(step, index, graph, sink);
  });
  reportCircles(definition, graph, sink);
}

function checkParent(
  { steps }: WorkflowDefinition,
  step: StepDefinition,
  index: number,
  graph: Graph,
  sink: ProblemSink,
): void {
  const parent = step.parent == null ? undefined : graph.indexOf.get(step.parent);
  const type = parent === undefined ? undefined : findStepType((steps[parent] as StepDefinition).type);
  // A parent of an unknown type may well be a container.
  if (type === null) return;
  const regions = type?.regions ?? [];
  if (step.parent != null && regions.length === 0) {
    const message = `"${step.parent}" is no step that other steps can stand in; those are of type loop or try.`;
    sink.step(index, step, { code: 'STEP_PARENT_INVALID', message, at: ['parent'] });
  } else if (step.region !== undefined && !regions.includes(step.region) && !isRootBody(step)) {
    const message = `There is a region "${step.region}" only inside a step of type try.`;
    sink.step(index, step, { code: 'STEP_REGION_INVALID', message, at: ['region'] });
  }
}

/** `body` is the default, so it says nothing. */
function isRootBody({ parent, region }: StepDefinition): boolean {
  return parent == null && region === 'body';
}

function checkDepth(step: StepDefinition, index: number, graph: Graph, sink: ProblemSink): void {
  let depth = 0;
  for (const _ of containersAround(graph.scopes, index)) {
    depth += 1;
    if (depth > DEEPEST_NESTING + 1) return;
  }
  if (depth !== DEEPEST_NESTING + 1) return;
  const message = `Steps stand at most ${DEEPEST_NESTING} containers deep.`;
  sink.step(index, step, { code: 'STEP_NESTING_TOO_DEEP', message, at: ['parent'] });
}

function checkBody(step: StepDefinition, index: number, graph: Graph, sink: ProblemSink): void {
  // Steps stand in the first container with an id.
  if (graph.indexOf.get(step.id) !== index || graph.scopes.circular.has(index)) return;
  const body = regionOf(graph.scopes, index, 'body');
  if (body === null || graph.scopes.list[body]?.steps.some((inside) => !graph.undoes.has(inside))) return;
  const message = `Put a step into "${step.id}": it has nothing to do.`;
  sink.step(index, step, { code: 'CONTAINER_EMPTY', message });
}

function reportCircles({ steps }: WorkflowDefinition, { scopes, indexOf }: Graph, sink: ProblemSink): void {
  const told = new Set<number>();
  for (const start of scopes.circular) {
    const path: number[] = [];
    let at = start;
    while (!told.has(at)) {
      told.add(at);
      path.push(at);
      at = indexOf.get((steps[at] as StepDefinition).parent as string) as number;
    }
    const circle = path.includes(at) ? path.slice(path.indexOf(at)) : [];
    if (circle.length === 0) continue;
    const first = Math.min(...circle);
    const ids = circle.slice(0, 10).map((index) => steps[index]?.id);
    const message = `These steps stand in each other in a circle: ${ids.join(', ')}.`;
    const step = steps[first] as StepDefinition;
    sink.step(first, step, { code: 'STEP_PARENT_CIRCLE', message, at: ['parent'] });
  }
}
