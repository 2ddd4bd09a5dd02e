import { defaultQuestion, questionSetting } from '../compile/default-question.js';
import type { Graph } from '../graph/graph.js';
import { edgesFrom, sourcesOf } from '../graph/graph.js';
import { regionOf } from '../graph/scopes.js';
import { topologicalOrder } from '../graph/topological-order.js';
import { findStepType } from '../steps/catalogue.js';
import type { StepType } from '../steps/step-type.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** Warns when nothing that comes before gives a step what it works on. */
export function checkNeeds(definition: WorkflowDefinition, graph: Graph, sink: ProblemSink): void {
  new Flow(definition, graph, sink).scope(0, new Set());
}

/** Follows kinds of reference along connections, into containers and out of those of type try. */
class Flow {
  private readonly given: (ReadonlySet<string> | undefined)[] = [];
  private readonly order: readonly (readonly number[])[];

  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly graph: Graph,
    private readonly sink: ProblemSink,
  ) {
    const order: number[][] = graph.scopes.list.map(() => []);
    for (const step of topologicalOrder(graph).order) order[graph.scopes.of[step] as number]?.push(step);
    this.order = order;
  }

  /** Steps that nothing leads to get what their container got; those that undo, what they undo was given. */
  scope(scope: number, outside: ReadonlySet<string>): void {
    const steps = this.order[scope] as readonly number[];
    const { undoes } = this.graph;
    for (const step of steps) {
      const sources = sourcesOf(this.graph, step);
      if (undoes.has(step)) continue;
      this.step(step, sources.length === 0 ? outside : this.givenBy(sources));
    }
    for (const step of steps) {
      const undone = undoes.get(step);
      if (undone !== undefined) this.step(step, this.givenBy([undone]));
    }
  }

  private step(index: number, arriving: ReadonlySet<string>): void {
    const step = this.definition.steps[index] as StepDefinition;
    const type = findStepType(step.type);
    if (type !== null && this.graph.indexOf.get(step.id) === index) {
      reportMissing(type, step, index, arriving, this.sink);
      reportQuestion(this.definition, step, index, this.sink);
    }
    const given = new Set([...arriving, ...(type?.gives ?? []).map(({ kind }) => kind)]);
    for (const region of type?.regions ?? []) {
      const inside = regionOf(this.graph.scopes, index, region);
      if (inside === null) continue;
      this.scope(inside, arriving);
      if (step.type !== 'try' || region !== 'body') continue;
      for (const kind of this.givenBy(this.lastOf(inside))) given.add(kind);
    }
    this.given[index] = given;
  }

  private lastOf(scope: number): readonly number[] {
    return (this.order[scope] as readonly number[]).filter(
      (step) => edgesFrom(this.graph, step).length === 0,
    );
  }

  private givenBy(steps: readonly number[]): ReadonlySet<string> {
    return new Set(steps.flatMap((step) => [...(this.given[step] ?? [])]));
  }
}

function reportMissing(
  type: StepType,
  step: StepDefinition,
  index: number,
  arriving: ReadonlySet<string>,
  sink: ProblemSink,
): void {
  for (const kind of type.needs) {
    if (arriving.has(kind)) continue;
    const message = `"${step.id}" works on ${kind}, but no step before it gives any.`;
    sink.step(index, step, { code: 'STEP_INPUT_MISSING', severity: 'warning', message });
  }
}

function reportQuestion(
  definition: WorkflowDefinition,
  step: StepDefinition,
  index: number,
  sink: ProblemSink,
): void {
  const setting = questionSetting(step.type);
  if (setting === null || step.configuration[setting] !== undefined || defaultQuestion(definition) !== null)
    return;
  const message = `"${step.id}" has no question: set "${setting}", or declare a text input called "question".`;
  sink.step(index, step, {
    code: 'STEP_INPUT_MISSING',
    severity: 'warning',
    message,
    at: ['configuration', setting],
  });
}
