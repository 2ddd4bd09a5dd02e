import { ROWS_STEP } from '#definition';
import type { StepDefinition, WorkflowDefinition } from '#definition';

const PART = /^([^[\]]+)(?:\[(\d{1,9})\])?$/;

/** The rows of a table of inputs are the rounds of a loop around the whole workflow. */
const ROWS = new RegExp(`^${ROWS_STEP}(?:\\[\\d{1,9}\\](?:/(.+))?)?$`);

/** Whether a step instance, a round of a loop or a row of a table of inputs can have this path. */
export function isPathOf(definition: WorkflowDefinition, path: string, isBulk = false): boolean {
  if (!isBulk) return isPathInside(definition, path);
  const rows = ROWS.exec(path);
  return rows !== null && (rows[1] === undefined || isPathInside(definition, rows[1]));
}

/** Each part stands in the one before it. */
function isPathInside({ steps }: WorkflowDefinition, path: string): boolean {
  const byId = new Map(steps.map((step) => [step.id, step]));
  let container: StepDefinition | null = null;
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const [, id = '', round] = PART.exec(part) ?? [];
    const step = byId.get(id);
    if (step === undefined || (step.parent ?? null) !== (container?.id ?? null)) return false;
    const isLast = index === parts.length - 1;
    if (round !== undefined ? step.type !== 'loop' : !isLast && step.type !== 'try') return false;
    container = step;
  }
  return true;
}

/** The scope instance that a path stands in, or that it is when it names a round; empty for the root. */
export function scopePathOf(path: string): string {
  return path.endsWith(']') ? path : path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** The id of the step that an instance path names. */
export function stepIdOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '');
}
