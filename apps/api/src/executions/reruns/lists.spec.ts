import type { Reference } from '#definition';
import { withLists } from './lists.js';

const list = ($ref: string): Reference => ({ $ref, kind: 'json', count: 0, bytes: 0, sha256: $ref });

test('plays again with each list that turns out to be needed', async () => {
  const read: string[] = [];
  const lists: Readonly<Record<string, readonly string[]>> = { outer: ['inner'], inner: ['x'] };
  const result = await withLists(
    async ({ $ref }) => {
      read.push($ref);
      return lists[$ref] ?? null;
    },
    (itemsOf) =>
      (itemsOf(list('outer')) ?? []).flatMap(
        (name) => itemsOf(list(typeof name === 'string' ? name : '')) ?? [],
      ),
  );
  expect(result).toEqual(['x']);
  expect(read).toEqual(['outer', 'inner']);
});

test('a list that cannot be read is asked for once', async () => {
  const result = await withLists(
    async () => null,
    (itemsOf) => itemsOf(list('gone')),
  );
  expect(result).toBeNull();
});
