/** A mistake in a definition, as a value: all of them are returned, each with its place. */
export interface Problem {
  /** Stable, from the closed list in `problem-codes.ts`; nothing may match on messages. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  /** One sentence that says what is wrong and what to do. */
  readonly message: string;
  /** Where in the document, as a JSON Pointer (RFC 6901): `/steps/3/configuration/limit`. */
  readonly path: string;
  readonly stepId?: string;
  readonly connectionId?: string;
  /** The step's setting, for problems the designer shows beside a field. */
  readonly field?: string;
  /** UTF-16 offsets within the text of the field or, for syntax errors, of the whole document. */
  readonly span?: { readonly start: number; readonly end: number };
  /** Ids of steps along which the problem shows, in order. */
  readonly example?: readonly string[];
}
