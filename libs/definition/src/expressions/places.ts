import { Ancestry } from '../graph/ancestry.js';
import type { Graph } from '../graph/graph.js';
import { edgesFrom, sourcesOf, spread, targetsOf } from '../graph/graph.js';
import { containersAround, regionOf, scopeOf } from '../graph/scopes.js';
import type { WorkflowDefinition } from '../workflow-definition.js';
import type { Level, StepFacts } from './step-facts.js';

/** Where an expression stands: what it can see from there. */
export interface Place {
  /** Steps whose facts a bare name means, nearest first. */
  readonly levels: () => readonly Level[];
  /** Whether a step's facts can be read in full. */
  readonly reaches: (step: number) => boolean;
  /** Whether `error.*` is known. */
  readonly errors: () => boolean;
  /** The loop in whose round it stands. */
  readonly loop: () => number | null;
}

/** The places of one definition; what it works out, it remembers. */
export class Places {
  private readonly before: (Level | undefined)[] = [];
  private readonly ancestry: Ancestry;
  private behindErrors: Uint8Array | null = null;

  constructor(
    private readonly definition: Pick<WorkflowDefinition, 'steps' | 'connections'>,
    private readonly graph: Graph,
    private readonly facts: StepFacts,
  ) {
    this.ancestry = new Ancestry(graph);
  }

  /** At a step. One that undoes another sees what is known when that one has completed. */
  ofStep(step: number): Place {
    const undone = this.graph.undoes.get(step);
    return undone === undefined ? this.at(step) : this.behind(undone, () => this.afterError(undone));
  }

  /** On a connection: facts of its source, else of the steps right before the source. */
  ofConnection(connection: number): Place {
    const { sourceStep, sourceOutput } = this.definition.connections[connection] as {
      sourceStep: string;
      sourceOutput: string;
    };
    const source = this.graph.indexOf.get(sourceStep);
    if (source === undefined) return NOWHERE;
    return this.behind(source, () => sourceOutput === 'error' || this.afterError(source));
  }

  /** At a loop, before a round: as the loop itself sees things, with the number of the round. */
  ofRoundBeginning(loop: number): Place {
    return { ...this.ofStep(loop), loop: () => loop };
  }

  /** At the end of a loop's round, seen from inside. */
  ofRoundEnded(loop: number): Place {
    const { scopes, undoes } = this.graph;
    const body = regionOf(scopes, loop, 'body');
    const steps = (body === null ? [] : (scopes.list[body]?.steps ?? [])).filter((step) => !undoes.has(step));
    return {
      levels: () => [this.facts.level(steps.filter((step) => edgesFrom(this.graph, step).length === 0))],
      reaches: (other) => scopes.of[other] === body || this.comesBefore(other, loop),
      errors: () => this.afterError(loop),
      loop: () => loop,
    };
  }

  private at(step: number): Place {
    return {
      levels: () => [this.levelBefore(step)],
      reaches: (other) => this.comesBefore(other, step),
      errors: () => this.afterError(step),
      loop: () => this.loopAround(step),
    };
  }

  private behind(step: number, errors: () => boolean): Place {
    return {
      levels: () => [this.facts.level([step]), this.levelBefore(step)],
      reaches: (other) => other === step || this.comesBefore(other, step),
      errors,
      loop: () => this.loopAround(step),
    };
  }

  /** What the steps right before a step give; at the beginning of a container, those before the container. */
  private levelBefore(step: number): Level {
    const known = this.before[step];
    if (known !== undefined) return known;
    let at = step;
    for (const { owner } of containersAround(this.graph.scopes, step)) {
      if (sourcesOf(this.graph, at).length > 0) break;
      at = owner;
    }
    return (this.before[step] = this.facts.level(new Set(sourcesOf(this.graph, at))));
  }

  /** Upstream in its own scope, or upstream of a container around it. */
  private comesBefore(other: number, step: number): boolean {
    const { scopes } = this.graph;
    let at = step;
    while (scopes.of[at] !== scopes.of[other]) {
      const { owner } = scopeOf(scopes, at);
      if (owner === null) return false;
      at = owner;
    }
    return this.ancestry.comesBefore(other, at);
  }

  private afterError(step: number): boolean {
    this.behindErrors ??= spread(
      this.definition.steps.length,
      this.graph.edges
        .filter(({ connection }) => this.definition.connections[connection]?.sourceOutput === 'error')
        .map(({ target }) => target),
      (index) => targetsOf(this.graph, index),
    );
    if (this.behindErrors[step] === 1) return true;
    for (const { owner, region } of containersAround(this.graph.scopes, step)) {
      if (region === 'finally' || this.behindErrors[owner] === 1) return true;
    }
    return false;
  }

  private loopAround(step: number): number | null {
    for (const { owner } of containersAround(this.graph.scopes, step)) {
      if (this.facts.step(owner).type === 'loop') return owner;
    }
    return null;
  }
}

const NOWHERE: Place = {
  levels: () => [],
  reaches: () => false,
  errors: () => false,
  loop: () => null,
};
