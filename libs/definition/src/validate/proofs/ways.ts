import type { Graph } from '../../graph/graph.js';
import { edgesFrom, edgesInto } from '../../graph/graph.js';
import { regionOf } from '../../graph/scopes.js';
import { topologicalOrder } from '../../graph/topological-order.js';
import { findStepType } from '../../steps/catalogue.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../../workflow-definition.js';
import { isClosed } from '../closed-ports.js';
import { after, ANYTHING, common, together, withOrigin } from './cases.js';
import type { Cases, Situation } from './cases.js';
import type { BookedCondition, ConditionBook } from './condition-book.js';
import { PortConditions } from './port-conditions.js';

/** What is known wherever a step is reached. Null where that cannot be. */
export class Ways {
  /** When a step is reached, before its own conditions. Undefined for what stands outside of the flow. */
  readonly arriving: (Situation | null | undefined)[] = [];
  /** When a step runs. */
  readonly running: (Situation | null | undefined)[] = [];
  /** When a connection's port is taken, before its own condition. */
  readonly leaving: (Situation | null | undefined)[] = [];
  /** When a connection is live. */
  readonly live: (Situation | null | undefined)[] = [];
  /** Steps that may run although something before them is not decided yet. */
  private readonly early: boolean[] = [];
  private readonly order: readonly (readonly number[])[];
  private readonly ports: PortConditions;

  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly graph: Graph,
    private readonly book: ConditionBook,
  ) {
    const order: number[][] = graph.scopes.list.map(() => []);
    for (const step of topologicalOrder(graph).order) order[graph.scopes.of[step] as number]?.push(step);
    this.order = order;
    this.ports = new PortConditions(definition, graph, book);
    this.scope(0, ANYTHING, false);
  }

  private scope(scope: number, outside: Situation | null, early: boolean): void {
    for (const step of this.order[scope] as readonly number[]) {
      if (!this.graph.undoes.has(step)) this.step(step, outside, early);
    }
  }

  private step(index: number, outside: Situation | null, early: boolean): void {
    const step = this.definition.steps[index] as StepDefinition;
    const incoming = edgesInto(this.graph, index);
    const arriving = incoming.length === 0 ? outside : this.joined(step, index);
    const running = this.book
      .ownOf(index)
      .reduce<Situation | null>((at, own) => at && after(at, this.decided(own, index)), arriving);
    const isEarly =
      early ||
      (step.join !== undefined && step.join !== 'all') ||
      incoming.some(({ source }) => this.early[source] === true);
    this.arriving[index] = arriving;
    this.running[index] = running;
    this.early[index] = isEarly;
    this.inside(step, index, running, isEarly);
    // A join of so many fails when there are too few, and a condition that cannot be evaluated fails as well.
    this.leave(step, index, running, typeof step.join === 'object' ? outside : arriving);
  }

  private joined({ join }: StepDefinition, index: number): Situation | null {
    const ways = edgesInto(this.graph, index).map(({ connection }) => this.live[connection] ?? null);
    if (join !== 'every') return common(ways.filter((way) => way !== null));
    return ways.reduce((all, way) => all && way && together(all, way), ANYTHING);
  }

  private inside(step: StepDefinition, index: number, running: Situation | null, early: boolean): void {
    for (const region of findStepType(step.type)?.regions ?? []) {
      const scope = regionOf(this.graph.scopes, index, region);
      if (scope === null) continue;
      const asked = step.configuration['mode'] === 'while' ? this.book.loopCondition(index) : null;
      this.scope(scope, running && asked ? after(running, this.decided(asked, index)) : running, early);
    }
  }

  private leave(
    step: StepDefinition,
    index: number,
    running: Situation | null,
    failing: Situation | null,
  ): void {
    const ports = new Map<string, Situation | null>();
    for (const { connection } of edgesFrom(this.graph, index)) {
      const { sourceOutput } = this.definition.connections[connection] as ConnectionDefinition;
      let port = ports.get(sourceOutput);
      if (port === undefined) {
        const before = mayHaveFailed(step, sourceOutput) ? failing : running;
        const never = before === null || isClosed(step, sourceOutput);
        port = never ? null : this.ports.taken(before, index, sourceOutput, this.early[index] === true);
        ports.set(sourceOutput, port);
      }
      const condition = this.book.ofConnection(connection);
      this.leaving[connection] = port;
      this.live[connection] = port && condition ? after(port, this.decided(condition, index)) : port;
    }
  }

  private decided({ cases, checked }: BookedCondition, step: number): Cases {
    return withOrigin(cases, { step, text: checked.source });
  }
}

/** With `continue` a step goes on after a failure, and so it may when somebody decides about a blocked one. */
function mayHaveFailed({ onError }: StepDefinition, port: string): boolean {
  return port === 'error' || onError === 'continue' || onError === 'block';
}
