import type { InputDeclaration, Json, JsonObject, Reference } from '#definition';

export interface DocumentsAmong {
  /** Different ones, in the order of the inputs; an execution can work on one. */
  readonly documents: readonly Reference[];
  readonly rest: JsonObject;
}

/**
 * Takes the documents out of what a sub-workflow is given: a reference of that kind, given for an input that
 * is declared as documents, chooses what the execution works on.
 */
export function documentsAmong(
  declarations: Readonly<Record<string, InputDeclaration>>,
  input: JsonObject,
): DocumentsAmong {
  const documents = new Map<string, Reference>();
  const rest: [string, Json][] = [];
  for (const [name, value] of Object.entries(input)) {
    const declared = Object.hasOwn(declarations, name) && declarations[name]?.type === 'documents';
    if (declared && isDocuments(value)) documents.set(value.$ref, bare(value));
    else rest.push([name, value]);
  }
  return { documents: [...documents.values()], rest: Object.fromEntries(rest) };
}

/** Items of a loop carry the id and the name of their document beside the reference. */
function bare({ $ref, kind, count, bytes, sha256 }: Reference): Reference {
  return { $ref, kind, count, bytes, sha256 };
}

function isDocuments(value: unknown): value is Reference {
  if (typeof value !== 'object' || value === null) return false;
  const { $ref, kind, count, bytes, sha256 } = value as Partial<Record<keyof Reference, unknown>>;
  return (
    kind === 'documents' &&
    [$ref, sha256].every((text) => typeof text === 'string') &&
    [count, bytes].every((number) => typeof number === 'number')
  );
}
