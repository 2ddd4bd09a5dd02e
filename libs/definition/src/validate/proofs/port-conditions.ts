import type { Graph } from '../../graph/graph.js';
import { edgesFrom } from '../../graph/graph.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../../workflow-definition.js';
import type { Cases, Situation } from './cases.js';
import { after, ALWAYS, ANYTHING, both, notTrue, together, withOrigin } from './cases.js';
import type { ConditionBook } from './condition-book.js';
import { texts } from './value-set.js';

/** Types of which exactly one port is taken. */
const CHOOSES_ONE: ReadonlySet<string> = new Set(['approval', 'wait_for_event']);

/** What is known when a port of a step was taken. */
export class PortConditions {
  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly graph: Graph,
    private readonly book: ConditionBook,
  ) {}

  /** `early`: the step may have decided before everything it asks about was there. */
  taken(running: Situation, index: number, port: string, early: boolean): Situation | null {
    const { onError = 'fail' } = this.definition.steps[index] as StepDefinition;
    // After a failure it may go on anywhere, with an output from elsewhere.
    if (onError === 'continue' || onError === 'block') return running;
    const marked = together(running, this.mark(index, port));
    return marked && after(marked, this.decided(index, port, early));
  }

  /** That this port was taken and no other; not noted where there is only one. */
  private mark(index: number, port: string): Situation {
    const step = this.definition.steps[index] as StepDefinition;
    const taken = new Set(
      edgesFrom(this.graph, index).map(({ connection }) =>
        choice(step, (this.definition.connections[connection] as ConnectionDefinition).sourceOutput),
      ),
    );
    if (taken.size < 2) return ANYTHING;
    const set = texts(choice(step, port));
    return new Map([
      [
        `port of ${step.id}`,
        { set, stable: true, origin: { step: index, text: `"${port}" of "${step.id}"` } },
      ],
    ]);
  }

  private decided(index: number, port: string, early: boolean): Cases {
    const step = this.definition.steps[index] as StepDefinition;
    if (step.type !== 'condition' || port === 'error') return ALWAYS;
    const cases = this.book.casesOf(index);
    const first = step.configuration['mode'] !== 'all';
    const at = cases.findIndex(({ checked }) => portOf(step, checked.path) === port);
    const chosen = cases[at];
    let all = chosen ? withOrigin(chosen.cases, { step: index, text: chosen.checked.source }) : ALWAYS;
    if (early || (!first && chosen)) return all;
    for (const { checked, cases: other } of chosen ? cases.slice(0, at) : cases) {
      all = both(all, withOrigin(notTrue(other), { step: index, text: `not ${checked.source}` }));
    }
    return all;
  }
}

/** Ports that exclude each other have different words. */
function choice({ type, configuration }: StepDefinition, port: string): string {
  const one = CHOOSES_ONE.has(type) || (type === 'condition' && configuration['mode'] !== 'all');
  return port === 'error' || one ? port : 'any but error';
}

/** The port of a case, from the place of its expression. */
export function portOf(step: StepDefinition, path: readonly (string | number)[]): string | null {
  const cases = step.configuration['cases'] as readonly { readonly port: string }[];
  return cases[path[2] as number]?.port ?? null;
}
