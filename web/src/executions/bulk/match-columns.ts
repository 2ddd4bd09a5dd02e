import type { InputDeclaration } from '#definition';

export type Declarations = Readonly<Record<string, InputDeclaration>>;

/** The input that each column fills, by column; null where it is left out. */
export type ColumnMatches = ReadonlyMap<string, string | null>;

/** Inputs that a column can fill: documents are chosen for all rows together. */
export function fillableInputs(declarations: Declarations): readonly string[] {
  return Object.entries(declarations).flatMap(([name, { type }]) => (type === 'documents' ? [] : [name]));
}

/** Finds for each column the input of its name, also where only case, blanks or dashes differ. */
export function matchColumns(columns: readonly string[], declarations: Declarations): ColumnMatches {
  const inputs = fillableInputs(declarations);
  const taken = new Set(columns.filter((column) => inputs.includes(column)));
  return new Map(
    columns.map((column) => {
      if (inputs.includes(column)) return [column, column];
      const found = inputs.find((input) => !taken.has(input) && plain(input) === plain(column)) ?? null;
      if (found !== null) taken.add(found);
      return [column, found];
    }),
  );
}

/** Gives an input to a column and takes it from the one that had it. */
export function rematch(matches: ColumnMatches, column: string, input: string | null): ColumnMatches {
  return new Map(
    [...matches].map(([other, before]) => {
      if (other === column) return [other, input];
      return [other, before === input ? null : before];
    }),
  );
}

/** Inputs that no column fills. */
export function unfilledInputs(matches: ColumnMatches, declarations: Declarations): readonly string[] {
  const filled = new Set(matches.values());
  return fillableInputs(declarations).filter((input) => !filled.has(input));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
