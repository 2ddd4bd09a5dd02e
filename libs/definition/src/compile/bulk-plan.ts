import type { Plan, PlanBody, PlanExpression, PlanItemErrors, PlanStep } from '../plan/plan.js';

/** The step that a bulk run consists of; its rounds are the rows. No id in a definition begins like this. */
export const ROWS_STEP = '@rows';

/** The input of a bulk run that holds the rows, or a reference to them. */
export const ROWS_INPUT = '@rows';

export interface BulkSettings {
  /** Rows at the same time. */
  readonly concurrency: number;
  readonly itemErrors: PlanItemErrors;
}

/**
 * The plan that runs another one over a table of inputs: one loop around all of it, each row a scope instance of its own
 * with its own inputs, variables, status and result.
 */
export function bulkPlan(plan: Plan, settings: BulkSettings): Plan {
  const rows = plan.steps.length;
  const [root, ...inner] = plan.scopes;
  return {
    ...plan,
    scopes: [
      { owner: null, region: 'root', steps: [rows], edges: [] },
      { owner: rows, region: 'body', steps: root?.steps ?? [], edges: root?.edges ?? [] },
      ...inner,
    ],
    steps: [
      ...plan.steps.map((step) => ({ ...step, scope: step.scope + 1, body: shifted(step.body) })),
      rowsStep(rows, plan.name, settings),
    ],
  };
}

/** Every scope stands one further. */
function shifted(body: PlanBody): PlanBody {
  if (body.kind === 'loop') return { ...body, scope: body.scope + 1 };
  if (body.kind !== 'try') return body;
  return { ...body, body: body.body + 1, finally: body.finally === null ? null : body.finally + 1 };
}

const ROWS: PlanExpression = {
  source: ROWS_INPUT,
  cel: `input[${JSON.stringify(ROWS_INPUT)}]`,
  reads: [{ kind: 'input', key: `input.${ROWS_INPUT}`, name: ROWS_INPUT }],
};

function rowsStep(index: number, name: string, { concurrency, itemErrors }: BulkSettings): PlanStep {
  return {
    index,
    id: ROWS_STEP,
    type: 'loop',
    name: name === '' ? 'Rows' : name,
    class: 'control',
    scope: 0,
    incoming: [],
    outputs: [],
    join: { kind: 'all' },
    conditions: [],
    body: {
      kind: 'loop',
      mode: 'forEach',
      over: ROWS,
      scope: 1,
      concurrency,
      maximumRounds: 1_000_000,
      onExhausted: 'fail',
      itemErrors,
      result: null,
      rows: true,
    },
    retry: {
      maximumAttempts: 1,
      initialIntervalMs: 1_000,
      backoffCoefficient: 1,
      maximumIntervalMs: 1_000,
      nonRetryable: [],
    },
    timeoutMs: 0,
    onError: 'fail',
    defaultOutput: null,
    assign: [],
    gives: [],
    blockDeadlineMs: 0,
    compensateWith: null,
  };
}
