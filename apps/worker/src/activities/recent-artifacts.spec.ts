import type { Json, Reference } from '#definition';
import { recentArtifacts } from './recent-artifacts.js';

const reference = (sha256: string, bytes = 10): Reference => ({
  $ref: `artifact:${sha256}`,
  kind: 'json',
  count: 1,
  bytes,
  sha256,
});

describe('artifacts that were read lately', () => {
  const asked: string[] = [];
  let away = false;
  const store = {
    put: async () => reference('new'),
    get: async ({ sha256 }: Reference): Promise<Json> => {
      asked.push(sha256);
      if (away) throw new Error('The database is away');
      return [sha256];
    },
  };
  beforeEach(() => {
    asked.length = 0;
    away = false;
  });

  it('are read once', async () => {
    const recent = recentArtifacts(store);
    expect(await Promise.all([recent.get(reference('a')), recent.get(reference('a'))])).toEqual([
      ['a'],
      ['a'],
    ]);
    expect(await recent.get(reference('a'))).toEqual(['a']);
    expect(asked).toEqual(['a']);
  });

  it('make room for others, the longest unread first', async () => {
    const recent = recentArtifacts(store, 25);
    for (const one of ['a', 'b', 'a', 'c', 'a', 'b']) await recent.get(reference(one));
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });

  it('that are too big are never kept', async () => {
    const recent = recentArtifacts(store, 25);
    await recent.get(reference('big', 30));
    await recent.get(reference('big', 30));
    expect(asked).toEqual(['big', 'big']);
  });

  it('are asked for again after a failure', async () => {
    const recent = recentArtifacts(store);
    away = true;
    await expect(recent.get(reference('a'))).rejects.toThrow('away');
    away = false;
    expect(await recent.get(reference('a'))).toEqual(['a']);
  });
});
