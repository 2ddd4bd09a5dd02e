import type { Reference, StepOutput } from '#definition';
import { MemoryStores, OWNER, contextOn } from '../../test/memory-stores.js';
import { createStepImplementations } from './create-step-implementations.js';
import { documentReference } from './artifacts.js';
import { listItems } from './list-items.js';

const steps = createStepImplementations(null);

describe('a list that a loop goes through', () => {
  async function withDocuments(): Promise<{ stores: MemoryStores; documents: Reference; ids: string[] }> {
    const stores = new MemoryStores();
    const ids = ['a', 'b', 'c'].map((name) =>
      stores.documents.add(`${name}.md`, `# ${name}\n\nText of ${name}.`),
    );
    return { stores, ids, documents: await stores.artifacts.put('documents', 3, { documentIds: ids }) };
  }

  it('of documents gives each as documents of its own, page by page', async () => {
    const { stores, documents, ids } = await withDocuments();

    expect(await listItems(stores, OWNER, documents, 0, 2)).toEqual([
      { ...documentReference(ids[0] ?? ''), id: ids[0], name: 'a.md' },
      { ...documentReference(ids[1] ?? ''), id: ids[1], name: 'b.md' },
    ]);
    expect(await listItems(stores, OWNER, documents, 2, 2)).toHaveLength(1);
    expect(await listItems(stores, OWNER, documents, 4, 2)).toEqual([]);
  });

  it('keeps the place of a document that is gone, or not the owner’s', async () => {
    const { stores, documents } = await withDocuments();
    expect(await listItems(stores, 'somebody else', documents, 0, 1)).toMatchObject([{ name: null }]);
  });

  it('of documents can be read one at a time', async () => {
    const { stores, documents } = await withDocuments();
    const [, second] = await listItems(stores, OWNER, documents, 0, 3);
    const configuration = { documents: second ?? null };
    const ingested = await run('document_ingestion', stores, configuration);
    expect(ingested.facts).toMatchObject({ document_count: 1, byte_count: 15 });
  });

  it('of chunks gives their text, where they stand, and no more than a bounded part of it', async () => {
    const { stores } = await withDocuments();
    stores.documents.add('long.md', `Word ${'word '.repeat(1_000)}`);
    const documents = (await run('document_ingestion', stores, {})).references['documents'] as Reference;
    const cut = await run('chunking', stores, { size: 2_000 }, { documents: [documents] });
    const chunks = cut.references['chunks'] as Reference;

    const items = await listItems(stores, OWNER, chunks, 0, 10);
    expect(items).toHaveLength(chunks.count);
    expect(items[0]).toMatchObject({ document_name: 'a.md', ordinal: 0, page: null, text_is_cut: false });
    expect(items.at(-1)).toMatchObject({ document_name: 'long.md', text_is_cut: true });
    expect(await listItems(stores, OWNER, chunks, 1, 1)).toEqual(items.slice(1, 2));
    expect(await listItems(stores, 'somebody else', chunks, 0, 10)).toEqual([]);
  });

  it('of values is cut into slices', async () => {
    const stores = new MemoryStores();
    const values = await stores.artifacts.put('json', 5, [1, 2, 3, 4, 5]);
    expect(await listItems(stores, OWNER, values, 2, 2)).toEqual([3, 4]);
  });

  it('is refused when it is no list, and when its items are too big for history', async () => {
    const stores = new MemoryStores();
    const object = await stores.artifacts.put('json', 1, { no: 'list' });
    const big = await stores.artifacts.put('json', 1, ['x'.repeat(2_000_000)]);
    for (const reference of [object, big]) {
      await expect(listItems(stores, OWNER, reference, 0, 10)).rejects.toMatchObject({
        code: 'LOOP_INPUT_INVALID',
        retryable: false,
      });
    }
  });
});

function run(
  type: string,
  stores: MemoryStores,
  configuration: Record<string, never> | object,
  incoming: Record<string, readonly Reference[]> = {},
): Promise<StepOutput> {
  const step = steps[type];
  if (step === undefined) throw new Error(`There is no step ${type}`);
  return step({ configuration: { ...configuration }, incoming, documents: null }, contextOn(stores));
}
