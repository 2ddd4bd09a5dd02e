import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** The sort key of an item: its time with microseconds, in UTC, and its id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export interface Window {
  readonly first: number;
  readonly after: Cursor | null;
}

/** A page of a list; stays right while items are added. */
export interface Page<Row, C = Cursor> {
  readonly items: readonly { readonly row: Row; readonly cursor: C }[];
  readonly hasNext: boolean;
  /** Of the whole list. */
  readonly total: number;
}

/** Reads a window of a query that selects `alias`, ordered by a time and the id, both descending. */
export async function keysetPage<Row extends ObjectLiteral & { readonly id: string }>(
  query: SelectQueryBuilder<Row>,
  column: 'createdAt' | 'updatedAt',
  { first, after }: Window,
): Promise<Page<Row>> {
  const { alias } = query;
  const total = await query.clone().getCount();
  const time = `${alias}.${column}`;
  if (after) {
    query.andWhere(`(${time}, ${alias}.id) < (CAST(:afterAt AS timestamptz), CAST(:afterId AS uuid))`, {
      afterAt: after.at,
      afterId: after.id,
    });
  }
  const { entities, raw } = await query
    .addSelect(`to_char(${time} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`, 'cursor_at')
    .orderBy(time, 'DESC')
    .addOrderBy(`${alias}.id`, 'DESC')
    .limit(first + 1)
    .getRawAndEntities<{ cursor_at: string }>();
  const items = entities.map((row, index) => ({
    row,
    cursor: { at: raw[index]?.cursor_at ?? '', id: row.id },
  }));
  return { items: items.slice(0, first), hasNext: items.length > first, total };
}
