import type { DataSource } from 'typeorm';
import { headingCondition } from './search-filter.js';
import type { ResolvedScope } from './search-scope.js';

/** For each chunk whether the scope's filter lets it be found; null when it lets all of them. */
export async function eligibleChunks(
  dataSource: DataSource,
  { setIds, headingLike }: ResolvedScope,
  chunkIds: readonly string[],
): Promise<Uint8Array | null> {
  if (headingLike === null) return null;
  const rows = await dataSource.query<{ id: string }[]>(
    `SELECT c.id FROM chunks c WHERE c.set_id = ANY($1::bigint[]) AND ${headingCondition('$2')}`,
    [setIds, headingLike],
  );
  const eligible = new Set(rows.map(({ id }) => id));
  return Uint8Array.from(chunkIds, (id) => (eligible.has(id) ? 1 : 0));
}
