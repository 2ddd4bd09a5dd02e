import type { Graph } from '../../graph/graph.js';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '../../workflow-definition.js';
import type { Found, ProblemSink } from '../problem-sink.js';
import { ALWAYS, ANYTHING, both, contradicted } from './cases.js';
import type { Cases, Situation } from './cases.js';
import type { BookedCondition, ConditionBook } from './condition-book.js';
import { exampleWay } from './example-way.js';
import type { Ways } from './ways.js';

interface Surroundings {
  readonly definition: WorkflowDefinition;
  readonly graph: Graph;
  readonly book: ConditionBook;
  readonly ways: Ways;
}

/** Conditions that can never hold: in themselves, beside each other, or after what was decided before. */
export function checkContradictions(on: Surroundings, sink: ProblemSink): void {
  const { definition, book, ways } = on;
  definition.steps.forEach((step, index) => {
    let beside: Cases = ALWAYS;
    for (const condition of book.ofStep(index)) {
      const own = condition.checked.path[0] === 'conditions';
      const situation = (own ? ways.arriving : ways.running)[index];
      // Of a step that is never reached, only what is wrong with it in itself is to be said.
      const found = judge(on, condition, situation ?? ANYTHING, index, own ? beside : ALWAYS);
      if (own) beside = both(beside, condition.cases);
      if (found !== null && !endsALoop(step, condition)) sink.step(index, step, found);
    }
  });
  definition.connections.forEach((connection, index) => {
    const condition = book.ofConnection(index);
    const situation = ways.leaving[index];
    if (condition === null || situation == null) return;
    const source = on.graph.indexOf.get(connection.sourceStep) as number;
    const found = judge(on, condition, situation, source, ALWAYS);
    if (found !== null) sink.connection(index, connection, { ...found, ...ends(found, connection) });
  });
}

/** Of an until that never holds, something else is to be said. */
function endsALoop({ configuration }: StepDefinition, { checked }: BookedCondition): boolean {
  return configuration['mode'] === 'until' && checked.path[1] === 'condition';
}

function ends(found: Found, { targetStep }: ConnectionDefinition): Pick<Found, 'example'> {
  return { example: [...(found.example ?? []), targetStep] };
}

function judge(
  { definition, graph }: Surroundings,
  { checked, cases }: BookedCondition,
  situation: Situation,
  step: number,
  beside: Cases,
): Found | null {
  const at = checked.path;
  const example = [definition.steps[step]?.id ?? ''];
  const about = { code: 'CONDITION_NEVER_HOLDS', severity: 'warning', at, example } as const;
  if (cases.situations.length === 0) {
    return { ...about, message: 'This can never hold: what it asks for contradicts itself.' };
  }
  if (both(beside, cases).situations.length === 0) {
    return { ...about, message: 'This can never hold together with the conditions before it.' };
  }
  const known = contradicted(situation, cases);
  if (known === null) return null;
  const { origin } = known;
  return {
    ...about,
    code: 'CONDITION_CONTRADICTS_WAY',
    message: `This can never hold here: "${definition.steps[origin?.step ?? step]?.id}" has already decided ${shown(origin?.text ?? '')}.`,
    example: exampleWay(definition, graph, origin?.step ?? step, step),
  };
}

function shown(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return short.startsWith('not ') ? `that "${short.slice(4)}" does not hold` : `that "${short}" holds`;
}
