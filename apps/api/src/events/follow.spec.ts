import { follow } from './follow.js';
import { Wake } from './wake.js';

describe('following a log', () => {
  it('gives stored entries page by page, then new ones, then ends', async () => {
    const wake = new Wake(() => undefined);
    const pages = [
      { items: [1, 2], more: true, ended: false },
      { items: [3], more: false, ended: false },
      { items: [4], more: false, ended: true },
    ];
    const seen: number[] = [];
    const stream = follow(wake, async () => pages.shift() ?? { items: [], more: false, ended: true });
    for await (const entry of stream) {
      seen.push(entry);
      if (entry === 3) wake.ring();
    }
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(wake.isClosed).toBe(true);
  });

  it('stops at once although nothing happens', async () => {
    const wake = new Wake(() => undefined);
    const stream = follow<number>(wake, async () => ({ items: [], more: false, ended: false }));
    const next = stream.next();
    await stream.return?.();
    await expect(next).resolves.toEqual({ done: true, value: undefined });
  });

  it('lets go of the wake when reading fails', async () => {
    const wake = new Wake(() => undefined);
    const stream = follow<number>(wake, () => Promise.reject(new Error('no database')));
    await expect(stream.next()).rejects.toThrow('no database');
    expect(wake.isClosed).toBe(true);
  });
});
