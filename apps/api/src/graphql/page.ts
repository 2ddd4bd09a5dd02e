import type { Cursor, Page } from '#persistence';
import { ApiError } from '../errors/api-error.js';
import type { Connection } from './connection.model.js';
import type { PageArgs } from './page.args.js';

const TIME = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Cursors are opaque to clients: the sort key of an item, which stays valid when others come and go. */
export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

export function decodeCursor(text: string): Cursor {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('latin1').split(' ');
  if (isTime(at) && UUID.test(id)) return { at, id };
  throw notOurs();
}

function notOurs(): ApiError {
  return new ApiError('BAD_INPUT', 'The cursor is not one of ours.', { path: '/after' });
}

/** Cursors of lists that are sorted by texts or numbers of their own. */
export function encodeParts(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** @throws ApiError when it does not hold as many parts of these forms. */
export function decodeParts(text: string, forms: readonly RegExp[]): readonly string[] {
  const parts = parsed(Buffer.from(text, 'base64url').toString('utf8'));
  const fits =
    Array.isArray(parts) &&
    parts.length === forms.length &&
    parts.every((part, index) => typeof part === 'string' && forms[index]?.test(part));
  if (fits) return parts as readonly string[];
  throw notOurs();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A time of the calendar: whoever made a cursor up must not reach the database with a 30th of February. */
function isTime(text: string): boolean {
  if (!TIME.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 23) === text.slice(0, 23);
}

/** The window of a list that the arguments ask for. */
export function windowOf({ first, after }: PageArgs): {
  readonly first: number;
  readonly after: Cursor | null;
} {
  return { first: first ?? 50, after: after == null ? null : decodeCursor(after) };
}

export function toConnection<Row, Node>(page: Page<Row>, toNode: (row: Row) => Node): Connection<Node> {
  return toConnectionBy(page, toNode, encodeCursor);
}

/** The same for lists that go on by something else than a time. */
export function toConnectionBy<Row, C, Node>(
  page: Page<Row, C>,
  toNode: (row: Row) => Node,
  encode: (cursor: C) => string,
): Connection<Node> {
  const edges = page.items.map(({ row, cursor }) => ({ cursor: encode(cursor), node: toNode(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage: page.hasNext, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.total,
  };
}
