import type { DataSource } from 'typeorm';

/** Runs one statement and gives its rows. */
export interface SqlSession {
  query<Row>(sql: string, values: readonly unknown[]): Promise<readonly Row[]>;
}

interface PoolClient {
  query(query: { name: string; text: string; values: readonly unknown[] }): Promise<{ rows: unknown[] }>;
}

/**
 * One transaction on one connection. Statements are prepared under the given names, once for each
 * connection: planning the recorder's write anew every time costs more than running it.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  names: ReadonlyMap<string, string>,
  work: (session: SqlSession) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    const client = (await runner.connect()) as PoolClient;
    const result = await work({
      query: async <Row>(sql: string, values: readonly unknown[]) => {
        const name = names.get(sql);
        if (name === undefined) return (await runner.query(sql, [...values])) as Row[];
        return (await client.query({ name, text: sql, values })).rows as Row[];
      },
    });
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
