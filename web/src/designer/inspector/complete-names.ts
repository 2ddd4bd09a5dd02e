import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { knownFunctions } from './known-names.js';
import type { KnownName } from './known-names.js';

/** Whether the text is an expression all through, or only between `{{` and `}}`. */
export type CodeKind = 'expression' | 'template';

/** Offers the names known at a place while one is typed. */
export function completeNames(kind: CodeKind, names: () => readonly KnownName[]) {
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_.-]*$/u);
    const before = context.state.doc.sliceString(0, context.pos);
    const inside = kind === 'expression' || isInsideTemplate(before);
    if (!inside) return context.explicit ? wrapped(context.pos, names()) : null;
    if (!word && !context.explicit && !/\{\{\s*$/.test(before)) return null;
    return {
      from: word?.from ?? context.pos,
      options: [...names(), ...knownFunctions].map(toOption),
      validFor: /^[\p{L}\p{N}_.-]*$/u,
    };
  };
}

function toOption({ name, type, about }: KnownName): Completion {
  return type === 'function'
    ? { label: name, apply: `${name}(`, type: 'function', info: about }
    : { label: name, detail: type, type: 'variable', info: about };
}

function wrapped(pos: number, names: readonly KnownName[]): CompletionResult {
  return {
    from: pos,
    options: names.map((known) => ({ ...toOption(known), apply: `{{ ${known.name} }}` })),
  };
}

/** Whether a text ends inside of an open `{{`. */
export function isInsideTemplate(before: string): boolean {
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}
