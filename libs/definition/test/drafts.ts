import type { Check } from '../src/index.js';
import { checkDefinition } from '../src/index.js';

/** A definition in short: version and an input `question` are added. */
export interface Draft {
  readonly inputs?: object;
  readonly variables?: object;
  readonly steps: readonly object[];
  readonly connections?: readonly object[];
}

/** A draft with a name, and its problems as `CODE /place`. */
export type DraftRow = readonly [name: string, draft: Draft, problems: readonly string[]];

export function checkDraft(draft: Draft): Check {
  return checkDefinition({ schemaVersion: 1, inputs: { question: 'string' }, ...draft });
}

export function problemsOf(draft: Draft): readonly string[] {
  return checkDraft(draft).problems.map(({ code, path }) => `${code} ${path}`);
}

/** A connection in short: `a -> b`, `a.error -> b.in`. */
export function wire(text: string): object {
  const [from = '', to = ''] = text.split(' -> ');
  const [sourceStep, sourceOutput = 'out'] = from.split('.');
  const [targetStep, targetInput = 'in'] = to.split('.');
  return { sourceStep, sourceOutput, targetStep, targetInput };
}

/** The simplest step. */
export function pass(id: string, more: object = {}): object {
  return { id, type: 'transform', ...more };
}
