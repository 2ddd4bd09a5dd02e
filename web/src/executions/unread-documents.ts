import type { Json, JsonObject } from '#definition';
import { plural } from '../ui/format.js';

/** Documents that a step could not read, and why. */
export interface UnreadDocuments {
  /** `1 of 6 documents could not be read`. */
  readonly summary: string;
  /** As many as the step names; there may be more. */
  readonly documents: readonly { readonly name: string; readonly reason: string }[];
  /** How many more there are than are named. */
  readonly unnamed: number;
}

/** What the facts of a step say of documents it could not read; null when it read all or reads none. */
export function unreadDocuments(facts: JsonObject): UnreadDocuments | null {
  const { failures, failed_count: failed, document_count: read } = facts;
  const documents = Array.isArray(failures) ? failures.flatMap(nameAndReason) : [];
  const count = Math.max(typeof failed === 'number' ? failed : 0, documents.length);
  if (count === 0) return null;
  const total = count + (typeof read === 'number' ? read : 0);
  return {
    summary: `${count} of ${plural(total, 'document')} could not be read`,
    documents,
    unnamed: count - documents.length,
  };
}

/** All in one line: `1 of 6 documents could not be read: a.pdf (It is protected with a password.)`. */
export function unreadLine(facts: JsonObject): string {
  const unread = unreadDocuments(facts);
  if (!unread) return '';
  const named = unread.documents.map(({ name, reason }) => `${name} (${reason})`);
  return named.length === 0 ? `${unread.summary}.` : `${unread.summary}: ${named.join(', ')}`;
}

function nameAndReason(failure: Json) {
  if (typeof failure !== 'object' || failure === null || Array.isArray(failure)) return [];
  const { name, message } = failure as JsonObject;
  return typeof name === 'string' ? [{ name, reason: typeof message === 'string' ? message : '' }] : [];
}
