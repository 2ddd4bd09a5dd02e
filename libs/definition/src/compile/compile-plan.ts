import { definitionHash } from '../canonical/canonical-text.js';
import { orderedNames } from '../expressions/declared-names.js';
import { DefinitionNames } from '../expressions/definition-names.js';
import { NO_OWN_NAMES } from '../expressions/own-names.js';
import type { Graph } from '../graph/graph.js';
import { buildGraph, edgesFrom, edgesInto } from '../graph/graph.js';
import type { Plan, PlanEdge, PlanJoin, PlanScope, PlanStep } from '../plan/plan.js';
import type { Problem } from '../problem.js';
import { findStepType, outputPorts } from '../steps/catalogue.js';
import { checkSettings } from '../steps/step-settings.js';
import type { StepType } from '../steps/step-type.js';
import { validateDefinition } from '../validate/validate-definition.js';
import type {
  InputDeclaration,
  Join,
  StepDefinition,
  VariableDeclaration,
  WorkflowDefinition,
} from '../workflow-definition.js';
import { compileBody } from './compile-body.js';
import { compileKnown } from './compile-template.js';
import { durationMs } from '../plan/durations.js';
import { compileRetry } from './retry.js';

/** Seven days. */
const BLOCK_DEADLINE_MS = 7 * 86_400_000;

export interface Compilation {
  /** Null when there are errors. */
  readonly plan: Plan | null;
  readonly problems: readonly Problem[];
}

/** Compiles a definition to what the interpreter runs. */
export function compilePlan(definition: WorkflowDefinition): Compilation {
  const problems = validateDefinition(definition);
  if (problems.some(({ severity }) => severity === 'error')) return { plan: null, problems };
  return { plan: planOf(definition), problems };
}

function planOf(definition: WorkflowDefinition): Plan {
  const graph = buildGraph(definition);
  const names = new DefinitionNames(definition, graph);
  const variables = new Map(orderedNames(definition.variables).map((name, index) => [name, index]));
  const context = { definition, graph, names, variables };
  const steps = definition.steps.map((step, index) => compileStep(context, step, index));
  const edges = definition.connections.map((connection, index): PlanEdge => ({
    index,
    id: connection.id,
    source: graph.indexOf.get(connection.sourceStep) as number,
    port: connection.sourceOutput,
    target: graph.indexOf.get(connection.targetStep) as number,
    targetPort: connection.targetInput,
    condition:
      connection.condition === undefined
        ? null
        : compileKnown(connection.condition, names.ofConnection(index)),
  }));
  return {
    planVersion: 1,
    definitionHash: definitionHash(definition),
    name: definition.name ?? '',
    inputs: orderedNames(definition.inputs).map((name) => ({
      ...(definition.inputs[name] as InputDeclaration),
      name,
    })),
    variables: orderedNames(definition.variables).map((name) => ({
      ...(definition.variables[name] as VariableDeclaration),
      name,
    })),
    scopes: compileScopes(definition, graph),
    steps,
    edges,
  };
}

interface PlanContext {
  readonly definition: WorkflowDefinition;
  readonly graph: Graph;
  readonly names: DefinitionNames;
  readonly variables: ReadonlyMap<string, number>;
}

function compileStep(context: PlanContext, given: StepDefinition, index: number): PlanStep {
  const { definition, graph, names, variables } = context;
  const type = findStepType(given.type) as StepType;
  const step = { ...given, configuration: checkSettings(type, given.configuration).configuration };
  const stepClass = type.class(step.configuration);
  const scope = names.ofStep(index);
  const ownScope = names.ofStep(index, { ...NO_OWN_NAMES, facts: type.facts(step) });
  const outgoing = edgesFrom(graph, index);
  return {
    index,
    id: step.id,
    type: step.type,
    name: step.name ?? step.id,
    class: stepClass,
    scope: graph.scopes.of[index] as number,
    incoming: edgesInto(graph, index).map(({ connection }) => connection),
    outputs: outputPorts(step).map(({ name }) => ({
      name,
      edges: outgoing
        .filter(({ connection }) => definition.connections[connection]?.sourceOutput === name)
        .map(({ connection }) => connection),
    })),
    join: compileJoin(step.join ?? 'all'),
    conditions: (step.conditions ?? []).map((source) => compileKnown(source, scope)),
    body: compileBody({ definition, graph, names, index, step, class: stepClass }),
    retry: compileRetry(step.retry ?? {}),
    timeoutMs: (step.timeout === undefined ? null : durationMs(step.timeout)) ?? type.timeoutMs,
    onError: step.onError ?? 'fail',
    defaultOutput: step.defaultOutput ?? null,
    assign: orderedNames(step.assign ?? {}).map((variable) => ({
      variable: variables.get(variable) as number,
      expression: compileKnown(
        (step.assign as Readonly<Record<string, string>>)[variable] as string,
        ownScope,
      ),
    })),
    gives: type.gives.map(({ kind }) => kind),
    blockDeadlineMs:
      (step.blockDeadline === undefined ? null : durationMs(step.blockDeadline)) ?? BLOCK_DEADLINE_MS,
    compensateWith:
      step.compensateWith === undefined ? null : (graph.indexOf.get(step.compensateWith) ?? null),
  };
}

/** In the order of the containers; steps that only undo others are in none. */
function compileScopes({ connections }: WorkflowDefinition, graph: Graph): readonly PlanScope[] {
  const edges: number[][] = graph.scopes.list.map(() => []);
  connections.forEach(({ sourceStep }, index) => {
    const source = graph.indexOf.get(sourceStep) as number;
    edges[graph.scopes.of[source] as number]?.push(index);
  });
  return graph.scopes.list.map(({ owner, region, steps }, index) => ({
    owner,
    region,
    steps: steps.filter((step) => !graph.undoes.has(step)),
    edges: edges[index] ?? [],
  }));
}

function compileJoin(join: Join): PlanJoin {
  return typeof join === 'string' ? { kind: join } : { kind: 'atLeast', count: join.atLeast };
}
