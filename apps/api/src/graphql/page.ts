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
  throw new ApiError('BAD_INPUT', 'The cursor is not one of ours.', { path: '/after' });
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
  const edges = page.items.map(({ row, cursor }) => ({ cursor: encodeCursor(cursor), node: toNode(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: { hasNextPage: page.hasNext, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.total,
  };
}
