import type { Graph } from '../../graph/graph.js';
import { edgesInto } from '../../graph/graph.js';
import { regionOf } from '../../graph/scopes.js';
import type { Read } from '../../plan/plan.js';
import { findStepType } from '../../steps/catalogue.js';
import type { StepDefinition, WorkflowDefinition } from '../../workflow-definition.js';
import type { CheckedExpressions } from '../check-expressions.js';

/** Types that give the same whenever they read the same. */
const REPEATS_ITSELF: ReadonlySet<string> = new Set([
  'transform',
  'validation',
  'merge',
  'condition',
  'parallel',
]);

/** Tells what may be different in the next round of a loop. */
export class RoundBody {
  private readonly inside: ReadonlySet<number>;
  private readonly known = new Map<number, boolean>();

  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly graph: Graph,
    private readonly expressions: CheckedExpressions,
    private readonly loop: number,
    private readonly isSet: (loop: number, variable: string) => boolean,
  ) {
    const body = regionOf(graph.scopes, loop, 'body') ?? 0;
    this.inside = new Set(graph.scopes.list[body]?.steps);
  }

  changes(read: Read): boolean {
    switch (read.kind) {
      case 'variable':
        return this.isSet(this.loop, read.key.slice('variables.'.length));
      case 'fact':
      case 'skipped':
        return this.inside.has(read.step) && this.differs(read.step);
      case 'loop':
        return read.field === 'index';
      case 'input':
      case 'error':
      case 'values':
        return false;
    }
  }

  /** Whether a step of the body may run or give otherwise: by itself, by what it reads or by what comes before. */
  private differs(step: number): boolean {
    const known = this.known.get(step);
    if (known !== undefined) return known;
    // A graph has no circles here; until it is known, a step does not differ.
    this.known.set(step, false);
    const differs = this.isAlive(step) || this.readsAnew(step) || this.comesFromAnother(step);
    this.known.set(step, differs);
    return differs;
  }

  private isAlive(step: number): boolean {
    const { type, configuration } = this.definition.steps[step] as StepDefinition;
    return !REPEATS_ITSELF.has(type) || findStepType(type)?.class(configuration) === 'work';
  }

  private readsAnew(step: number): boolean {
    return (this.expressions.ofSteps[step] ?? []).some(({ compiled }) =>
      (compiled.expression?.reads ?? []).some((read) => this.changes(read)),
    );
  }

  private comesFromAnother(step: number): boolean {
    return edgesInto(this.graph, step).some(
      ({ source, connection }) =>
        this.differs(source) ||
        (this.expressions.ofConnections.get(connection)?.compiled.expression?.reads ?? []).some((read) =>
          this.changes(read),
        ),
    );
  }
}
