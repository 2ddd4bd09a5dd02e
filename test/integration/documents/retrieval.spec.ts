import { PostgresStores } from '#persistence';
import { ask } from '../../support/retrieval/ask.js';
import { readCranfield } from '../../support/retrieval/cranfield.js';
import { loadAbstracts } from '../../support/retrieval/load-abstracts.js';
import type { LoadedCollection } from '../../support/retrieval/load-abstracts.js';
import { meanQuality } from '../../support/retrieval/measures.js';
import { createDatabase } from '../persistence/support/database.js';
import type { TestDatabase } from '../persistence/support/database.js';

jest.setTimeout(180_000);

/**
 * The steps of the product, as they come, on the whole collection. The bounds are a little below what was measured:
 * `npm run bench:retrieval` prints the figures.
 */
describe('finding the judged abstracts of Cranfield without a model', () => {
  const { abstracts, questions } = readCranfield();
  let database: TestDatabase;
  let stores: PostgresStores;
  let loaded: LoadedCollection;

  beforeAll(async () => {
    database = await createDatabase();
    stores = new PostgresStores(database.dataSource);
    loaded = await loadAbstracts(database.dataSource, stores, abstracts, { vectors: false });
  });
  afterAll(async () => {
    await stores.index.close();
    await database.drop();
  });

  it('is as good as BM25 in the literature', async () => {
    const asked = await ask(loaded, questions, {});
    const { ndcgAt10, recallAt100, mrrAt10 } = meanQuality(asked.map(({ quality }) => quality));

    expect(ndcgAt10).toBeGreaterThanOrEqual(0.374);
    expect(recallAt100).toBeGreaterThanOrEqual(0.73);
    expect(mrrAt10).toBeGreaterThanOrEqual(0.52);
  });
});
