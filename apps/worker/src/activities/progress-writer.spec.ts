import { ProgressWriter } from './progress-writer.js';
import type { Progress } from './progress-writer.js';

const at = (done: number): Progress => ({ done, total: 10, message: '' });

describe('the progress of a step', () => {
  it('is written at once, then no more than twice a second, the latest only', async () => {
    let now = 0;
    const written: number[] = [];
    const writer = new ProgressWriter(
      async ({ done }) => void written.push(done),
      () => now,
    );
    writer.report(at(1));
    await tick();
    writer.report(at(2));
    writer.report(at(3));
    now = 500;
    writer.report(at(4));
    await writer.close();
    expect(written).toEqual([1, 4]);
  });

  it('is not written after the step has ended', async () => {
    const written: number[] = [];
    const writer = new ProgressWriter(async ({ done }) => void written.push(done));
    await writer.close();
    writer.report(at(1));
    await tick();
    expect(written).toEqual([]);
  });

  it('is of no matter when it cannot be written', async () => {
    const writer = new ProgressWriter(async () => Promise.reject(new Error('The database is away')));
    writer.report(at(1));
    await expect(writer.close()).resolves.toBeUndefined();
  });
});

const tick = () => new Promise((resolve) => setImmediate(resolve));
