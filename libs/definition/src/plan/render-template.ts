import type { Json, JsonObject } from '../json.js';
import { evaluateExpression } from './evaluate-expression.js';
import { textOf } from './expression/value.js';
import type { PlanExpression, PlanTemplate, ReadValue, TemplateSlot } from './plan.js';

export interface Rendered {
  readonly value: JsonObject;
  readonly warnings: readonly string[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

type Container = Record<string | number, Json>;

/** Longest text one setting may become, so that settings stay carriable. */
const LONGEST_TEXT = 256 * 1024;

/**
 * Fills in the settings of a step, once: what comes out of a slot is data and never read as a template
 * again. A setting whose one expression is missing is left out (a list keeps null in its place); inside a
 * longer text it is empty. Both leave a warning.
 */
export function renderTemplate(template: PlanTemplate, read: ReadValue): Rendered {
  if (template.slots.length === 0) return { value: template.value, warnings: [], error: null };
  const value = copy(template.value) as Container;
  const warnings: string[] = [];
  for (const slot of template.slots) {
    const filled = fill(slot, read, warnings);
    if (filled.kind === 'error') return { value: {}, warnings, error: filled.error };
    put(value, slot.path, filled.value);
  }
  return { value: value, warnings, error: null };
}

type Filled =
  | { readonly kind: 'filled'; readonly value: Json | undefined }
  | { readonly kind: 'error'; readonly error: { readonly code: string; readonly message: string } };

function fill(slot: TemplateSlot, read: ReadValue, warnings: string[]): Filled {
  const values: (Json | undefined)[] = [];
  for (const part of slot.parts) {
    const result = typeof part === 'string' ? ({ kind: 'value', value: part } as const) : part;
    if ('kind' in result) {
      values.push(result.value);
      continue;
    }
    const evaluated = evaluate(result, slot, read, warnings);
    if (evaluated.kind === 'error') return evaluated;
    values.push(evaluated.value);
  }
  return values.length === 1 && typeof slot.parts[0] !== 'string'
    ? { kind: 'filled', value: values[0] }
    : joined(values);
}

function evaluate(
  expression: PlanExpression,
  slot: TemplateSlot,
  read: ReadValue,
  warnings: string[],
): Filled {
  const evaluation = evaluateExpression(expression, read);
  switch (evaluation.kind) {
    case 'value':
      return { kind: 'filled', value: evaluation.value };
    case 'unknown':
      warnings.push(`${slot.path.join('.')}: ${evaluation.missing.join(', ')} has no value`);
      return { kind: 'filled', value: undefined };
    case 'error':
      return { kind: 'error', error: { code: evaluation.code, message: evaluation.message } };
  }
}

function joined(values: readonly (Json | undefined)[]): Filled {
  const failed = (message: string): Filled => ({
    kind: 'error',
    error: { code: 'EXPRESSION_FAILED', message },
  });
  let text = '';
  for (const value of values) {
    try {
      text += textOf(value ?? null);
    } catch {
      return failed('A value is nested too deeply to stand inside a text.');
    }
    if (text.length > LONGEST_TEXT) return failed('A filled-in text is longer than 256 Ki characters.');
  }
  return { kind: 'filled', value: text };
}

/** The plan is frozen; what is filled in is a copy. Definitions nest at most 32 deep. */
function copy(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(copy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copy(entry)]));
}

function put(root: Container, path: readonly (string | number)[], value: Json | undefined): void {
  let container = root;
  for (const key of path.slice(0, -1)) container = container[key] as Container;
  const last = path[path.length - 1] as string | number;
  if (value !== undefined) container[last] = value;
  else if (Array.isArray(container)) container[last] = null;
  else delete container[last];
}
