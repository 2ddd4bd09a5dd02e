import { buildGraph } from '../graph/graph.js';
import type { Graph } from '../graph/graph.js';
import { containersAround } from '../graph/scopes.js';
import { findStepType } from '../steps/catalogue.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { StepEdit } from './edit.js';

type MoveInto = Extract<StepEdit, { kind: 'move-into' }>;

export function moveInto(definition: WorkflowDefinition, edit: MoveInto): WorkflowDefinition {
  const graph = buildGraph(definition);
  const { parent } = edit;
  const region = edit.region === 'finally' ? 'finally' : undefined;
  if (parent !== null && !takes(definition, graph, parent, edit.region ?? 'body')) return definition;
  const moving = withHandlers(definition, graph, new Set(edit.stepIds));
  if (parent !== null && isWithin(definition, graph, parent, moving)) return definition;
  let moved = false;
  const steps = definition.steps.map((step) => {
    const stays = (step.parent ?? null) === parent && (step.region ?? 'body') === (region ?? 'body');
    if (!moving.has(step.id) || stays) return step;
    moved = true;
    return placed(step, parent, region, edit.positions?.[step.id]);
  });
  return moved ? withoutCrossing({ ...definition, steps }) : definition;
}

function takes(
  { steps }: WorkflowDefinition,
  graph: Graph,
  parent: string,
  region: 'body' | 'finally',
): boolean {
  const index = graph.indexOf.get(parent);
  const type = index === undefined ? null : findStepType((steps[index] as StepDefinition).type);
  return type?.regions?.includes(region) ?? false;
}

/** What undoes a step goes along with it. */
function withHandlers(
  { steps }: WorkflowDefinition,
  graph: Graph,
  ids: ReadonlySet<string>,
): ReadonlySet<string> {
  const all = new Set(ids);
  for (const [handler, undone] of graph.undoes) {
    const [id, of] = [steps[handler]?.id, steps[undone]?.id];
    if (id !== undefined && of !== undefined && ids.has(of)) all.add(id);
  }
  return all;
}

/** Whether a container is one of some steps, or stands in one. */
function isWithin(
  { steps }: WorkflowDefinition,
  graph: Graph,
  parent: string,
  ids: ReadonlySet<string>,
): boolean {
  if (ids.has(parent)) return true;
  const index = graph.indexOf.get(parent) as number;
  for (const { owner } of containersAround(graph.scopes, index)) {
    if (ids.has((steps[owner] as StepDefinition).id)) return true;
  }
  return false;
}

function placed(
  step: StepDefinition,
  parent: string | null,
  region: 'finally' | undefined,
  position: StepDefinition['position'],
): StepDefinition {
  const { parent: _parent, region: _region, ...rest } = step;
  return {
    ...rest,
    ...(parent === null ? {} : { parent }),
    ...(region === undefined ? {} : { region }),
    ...(position === undefined ? {} : { position: { x: position.x, y: position.y } }),
  };
}

function withoutCrossing(definition: WorkflowDefinition): WorkflowDefinition {
  const crossing = new Set(buildGraph(definition).crossing.map(({ connection }) => connection));
  if (crossing.size === 0) return definition;
  return { ...definition, connections: definition.connections.filter((_, index) => !crossing.has(index)) };
}
