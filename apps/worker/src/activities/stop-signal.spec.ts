import { CancelledFailure } from '@temporalio/activity';
import { untilStopped } from './stop-signal.js';

const never = new Promise<string>(() => undefined);

describe('untilStopped', () => {
  it("gives the step's result", async () => {
    await expect(untilStopped(Promise.resolve('done'), new AbortController().signal)).resolves.toBe('done');
  });

  it('lets a step that was told to stop end in its own way', async () => {
    const controller = new AbortController();
    controller.abort();
    const step = new Promise<string>((resolve) => setTimeout(() => resolve('tidied up'), 20));
    await expect(untilStopped(step, controller.signal, 1_000)).resolves.toBe('tidied up');
  });

  it('leaves a step behind that does not stop', async () => {
    const controller = new AbortController();
    const waiting = untilStopped(never, controller.signal, 20);
    controller.abort();
    await expect(waiting).rejects.toBeInstanceOf(CancelledFailure);
  });
});
