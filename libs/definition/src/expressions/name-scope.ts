import type { Read } from '../plan/plan.js';
import type { ValueType } from '../plan/expression/value.js';

/** A name that an expression found: what to read, and its type as far as it is known. */
export interface FoundName {
  readonly read: Read;
  readonly type: ValueType;
}

export type Lookup =
  | { readonly kind: 'found'; readonly found: FoundName }
  /** `message` says why, and what to write instead. */
  | { readonly kind: 'problem'; readonly code: NameProblem; readonly message: string };

export type NameProblem =
  'EXPRESSION_NAME_UNKNOWN' | 'EXPRESSION_NAME_AMBIGUOUS' | 'REFERENCE_NOT_UPSTREAM' | 'ERROR_NAME_MISPLACED';

/** What the names of an expression mean at one place of a definition. */
export interface NameScope {
  /** A name in full: `['steps', 'search', 'confidence']`. */
  readonly full: (path: readonly string[]) => Lookup;
  /** A bare name: `confidence`. */
  readonly bare: (name: string) => Lookup;
  readonly skipped: (stepId: string) => Lookup;
  readonly stepIds: { has(id: string): boolean };
}
