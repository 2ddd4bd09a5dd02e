import type { Read } from '../plan/plan.js';
import type { ValueType } from '../plan/expression/value.js';
import type { FoundName, Lookup, NameProblem } from './name-scope.js';
import { Suggestions } from './nearest-name.js';

export function found(read: Read, type: ValueType): Lookup {
  return { kind: 'found', found: { read, type } };
}

export function foundIn(lookup: Lookup): readonly FoundName[] {
  return lookup.kind === 'found' ? [lookup.found] : [];
}

export function problem(code: NameProblem, message: string): Lookup {
  return { kind: 'problem', code, message };
}

/** Says that a name is not known, and which known one may be meant. */
export class UnknownNames {
  private readonly suggestions = new Suggestions();

  say(what: string, name: string, known: Iterable<string>): Lookup {
    const near = this.suggestions.nearest(name, known);
    return problem(
      'EXPRESSION_NAME_UNKNOWN',
      near === null ? `${what}.` : `${what}. Did you mean "${near}"?`,
    );
  }
}
