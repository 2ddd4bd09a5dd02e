import { PROBLEM_CODES } from '../src/index.js';
import type { Draft } from './drafts.js';
import { checkDraft, pass } from './drafts.js';

/** A draft with a name, and what is proved of it as `CODE /place: example`. */
export type ProofRow = readonly [name: string, draft: Draft, proofs: readonly string[]];

/** What is proved of a draft; it has the inputs `question`, `n` and `go`. Other problems are hints at most. */
export function proofsOf(draft: Draft): readonly string[] {
  const { problems } = checkDraft({ inputs: { question: 'string', n: 'number', go: 'boolean' }, ...draft });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const { code } of problems) expect(Object.keys(PROBLEM_CODES)).toContain(code);
  return problems
    .filter(({ example }) => example !== undefined)
    .map(({ code, path, example = [] }) => `${code} ${path}: ${example.join(' ')}`);
}

/** A step with a value that depends on the input. */
export function gives(id: string, more: object = {}): object {
  return pass(id, { configuration: { values: { x: 'size(question)' } }, ...more });
}

/** A condition with its cases by port. */
export function decide(id: string, cases: Readonly<Record<string, string>>, more: object = {}): object {
  const list = Object.entries(cases).map(([port, when]) => ({ port, when }));
  return { id, type: 'condition', configuration: { cases: list }, ...more };
}
