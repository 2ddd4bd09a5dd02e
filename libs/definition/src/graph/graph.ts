import type { WorkflowDefinition } from '../workflow-definition.js';
import { compensations } from './compensations.js';
import { buildScopes } from './scopes.js';
import type { Scopes } from './scopes.js';

export interface GraphEdge {
  /** Index in the definition's connections. */
  readonly connection: number;
  readonly source: number;
  readonly target: number;
}

/**
 * A definition by integer indices. Connections to steps that do not exist are left out, and so are those
 * that cross the border of a scope: each scope is a graph of its own.
 */
export interface Graph {
  /** First step with an id; one whose id could not be read is not found. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly edges: readonly GraphEdge[];
  /** Edges into each step, in definition order. */
  readonly incoming: readonly (readonly GraphEdge[])[];
  readonly outgoing: readonly (readonly GraphEdge[])[];
  readonly scopes: Scopes;
  /** By step that undoes another, that other one. Such a step stands outside of the flow. */
  readonly undoes: ReadonlyMap<number, number>;
  /** Connections that go into or out of a container. */
  readonly crossing: readonly GraphEdge[];
}

export function buildGraph(definition: Pick<WorkflowDefinition, 'steps' | 'connections'>): Graph {
  const indexOf = new Map<string, number>();
  definition.steps.forEach(({ id }, index) => {
    if (id !== '' && !indexOf.has(id)) indexOf.set(id, index);
  });
  const scopes = buildScopes(definition.steps, indexOf);
  const edges: GraphEdge[] = [];
  const crossing: GraphEdge[] = [];
  const incoming: GraphEdge[][] = definition.steps.map(() => []);
  const outgoing: GraphEdge[][] = definition.steps.map(() => []);
  definition.connections.forEach((connection, index) => {
    const source = indexOf.get(connection.sourceStep);
    const target = indexOf.get(connection.targetStep);
    if (source === undefined || target === undefined) return;
    const edge = { connection: index, source, target };
    if (scopes.of[source] !== scopes.of[target]) {
      crossing.push(edge);
      return;
    }
    edges.push(edge);
    (outgoing[source] as GraphEdge[]).push(edge);
    (incoming[target] as GraphEdge[]).push(edge);
  });
  const undoes = compensations(definition.steps, indexOf);
  return { indexOf, edges, incoming, outgoing, scopes, undoes, crossing };
}

export function edgesInto(graph: Graph, step: number): readonly GraphEdge[] {
  return graph.incoming[step] as readonly GraphEdge[];
}

export function edgesFrom(graph: Graph, step: number): readonly GraphEdge[] {
  return graph.outgoing[step] as readonly GraphEdge[];
}

/** Steps right before a step, once for each connection. */
export function sourcesOf(graph: Graph, step: number): readonly number[] {
  return edgesInto(graph, step).map(({ source }) => source);
}

export function targetsOf(graph: Graph, step: number): readonly number[] {
  return edgesFrom(graph, step).map(({ target }) => target);
}

/** Steps from which `step` can be reached, itself not included; 1 at their index. */
export function ancestors(graph: Graph, step: number): Uint8Array {
  return spread(graph.incoming.length, sourcesOf(graph, step), (index) => sourcesOf(graph, index));
}

/** Marks all that can be reached from `first`, `first` included, by a work list. */
export function spread(
  size: number,
  first: readonly number[],
  next: (index: number) => readonly number[],
): Uint8Array {
  const seen = new Uint8Array(size);
  const work = [...first];
  for (let index = work.pop(); index !== undefined; index = work.pop()) {
    if (seen[index] === 1) continue;
    seen[index] = 1;
    work.push(...next(index));
  }
  return seen;
}
