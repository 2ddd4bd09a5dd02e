/** An execution as the API gives it. */
export interface Execution {
  readonly id: string;
  readonly status: string;
  readonly progressPercentage: number;
  readonly output: unknown;
  readonly error: ExecutionError | null;
  /** Of a long one, those outside of loops and those that have not ended. */
  readonly steps: readonly ExecutionStep[];
  readonly stepsOmitted: number;
}

interface ExecutionError {
  readonly code: string;
  readonly message: string;
  readonly stepId: string | null;
  readonly path: string | null;
}

export interface ExecutionStep {
  readonly path: string;
  readonly stepId: string;
  readonly type: string;
  readonly name: string;
  readonly status: string;
  readonly attempt: number;
  readonly durationMs: number | null;
  readonly reason: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly progress: { readonly done: number; readonly total: number; readonly message: string } | null;
}

export const STEP_FIELDS = `path stepId type name status attempt durationMs reason
      error { code message } progress { done total message }`;

export const EXECUTION_QUERY = `query Execution($id: ID!) {
  execution(id: $id) {
    id status progressPercentage output stepsOmitted
    error { code message stepId path }
    steps { ${STEP_FIELDS} }
  }
}`;

const OPEN = new Set(['PENDING', 'RUNNING', 'PAUSED', 'WAITING', 'BLOCKED', 'CANCELLING', 'COMPENSATING']);

export function isOpen(execution: Pick<Execution, 'status'>): boolean {
  return OPEN.has(execution.status);
}
