import { storableText } from '../storable.js';

/** What narrows a scope. Patterns know `*` for any characters and `?` for one; capital letters make no difference. */
export interface SearchFilter {
  readonly documentName?: string;
  readonly mediaType?: string;
  /** ISO 8601, this one included. */
  readonly addedAfter?: string;
  /** ISO 8601, this one left out. */
  readonly addedBefore?: string;
  readonly heading?: string;
}

/** SQL over documents `d` for what `documentValues` gives, bound from parameter `first` on. */
export function documentConditions(first: number): string {
  const [name, mediaType, after, before] = [first, first + 1, first + 2, first + 3].map((n) => `$${n}`);
  return `(${name}::text IS NULL OR d.name ILIKE ${name})
    AND (${mediaType}::text IS NULL OR d.media_type ILIKE ${mediaType})
    AND (${after}::timestamptz IS NULL OR d.created_at >= ${after})
    AND (${before}::timestamptz IS NULL OR d.created_at < ${before})`;
}

/** The values of `documentConditions`, null for what does not matter. */
export function documentValues(filter: SearchFilter): readonly (string | null)[] {
  const { documentName, mediaType, addedAfter = null, addedBefore = null } = filter;
  return [like(documentName), like(mediaType), addedAfter, addedBefore];
}

/** SQL for chunks `c` under a heading that is like the parameter, all when it is null. */
export function headingCondition(parameter: string): string {
  return `(${parameter}::text IS NULL OR EXISTS (
    SELECT FROM jsonb_array_elements_text(c.heading_path) AS heading WHERE heading ILIKE ${parameter}))`;
}

export function headingLike({ heading }: SearchFilter): string | null {
  return heading === undefined ? null : `%${literally(heading)}%`;
}

function like(pattern: string | undefined): string | null {
  return pattern === undefined ? null : literally(pattern).replaceAll('*', '%').replaceAll('?', '_');
}

function literally(text: string): string {
  return storableText(text).replace(/[\\%_]/g, '\\$&');
}
