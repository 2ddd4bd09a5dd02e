import { findStepType } from '#definition';
import type { WorkflowDefinition } from '#definition';
import type { Plan } from '#definition/plan';
import { simulate } from '#interpreter';
import type {
  Outcomes,
  SimulationResult,
  StartInput,
  StepRecord,
  Surroundings,
  ZeroFacts,
} from '#interpreter';
import type { EarlierStep } from '#persistence';
import { reasons } from './reasons.js';

/** What will be done, or taken over, as far as can be told beforehand. */
export interface Foresight {
  readonly reused: readonly { readonly path: string; readonly stepId: string }[];
  readonly runs: readonly { readonly path: string; readonly stepId: string; readonly reason: string }[];
  /** False when it is too long to be foreseen to its end. */
  readonly complete: boolean;
}

/** Steps whose results come from outside; the others are worked out anew every time, at no cost. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set([
  'work',
  'approval',
  'wait_for_event',
  'delay',
  'sub_workflow',
]);

/** Those a simulation can be told the outcome of without changing what they are. */
const TOLD: ReadonlySet<string> = new Set(['work', 'approval', 'wait_for_event', 'sub_workflow']);

/** About a second of looking ahead. */
const MOST_RECORDS = 50_000;

/** Plays the start of a rerun through: what is done again is pretended to give what it gave before. */
export function foresee(
  plan: Plan,
  definition: WorkflowDefinition,
  start: StartInput,
  earlier: readonly EarlierStep[],
  from: string | null,
  list: NonNullable<Surroundings['list']>,
): Foresight {
  const bodies = new Map(plan.steps.map(({ id, body }) => [id, body.kind]));
  const told = earlier.flatMap(({ path, output }) =>
    output !== null && TOLD.has(bodies.get(idIn(path)) ?? '')
      ? [[path, { facts: output.facts }] as const]
      : [],
  );
  const outcomes: Outcomes = Object.fromEntries(told);
  const surroundings: Surroundings = { list, mostRecords: MOST_RECORDS };
  const result = simulate(plan, start, outcomes, zeroFacts(definition), surroundings);
  const records = firstRecords(result, (id) => FROM_OUTSIDE.has(bodies.get(id) ?? ''));
  const reused = records.filter((record) => record.reused);
  const runs = records.filter((record) => !record.reused);
  const why = reasons(plan, runs, earlier, from);
  return {
    reused: reused.map(({ path, stepId }) => ({ path, stepId })),
    runs: runs.map((record) => ({ path: record.path, stepId: record.stepId, reason: why(record) })),
    complete: isOver(result),
  };
}

function isOver({ status }: SimulationResult): boolean {
  return status === 'completed' || status === 'failed' || status === 'cancelled';
}

/** Of each step that starts or is taken over, in the order in which they come up. */
function firstRecords(
  { records }: SimulationResult,
  isMeant: (stepId: string) => boolean,
): readonly StepRecord[] {
  const first = new Map<string, StepRecord>();
  for (const record of records) {
    if (record.kind !== 'step' || first.has(record.path) || !isMeant(record.stepId)) continue;
    if (record.reused || STARTED.has(record.status)) first.set(record.path, record);
  }
  return [...first.values()];
}

const STARTED: ReadonlySet<string> = new Set(['running', 'waiting']);

function zeroFacts(definition: WorkflowDefinition): ZeroFacts {
  const steps = new Map(definition.steps.map((step) => [step.id, step]));
  return ({ id, type }) => {
    const step = steps.get(id);
    return step === undefined ? {} : (findStepType(type)?.zeroOutput(step) ?? {});
  };
}

function idIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
