import { Wake } from './wake.js';

const LONG = 60_000;

describe('a wake', () => {
  it('ends a wait when it rings', async () => {
    const wake = new Wake(() => undefined);
    const waiting = wake.wait(LONG);
    wake.ring();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('remembers one ring for who comes later', async () => {
    const wake = new Wake(() => undefined);
    wake.ring();
    wake.ring();
    await wake.wait(LONG);
    const second = wake.wait(20).then(() => 'timed out');
    await expect(second).resolves.toBe('timed out');
  });

  it('ends a wait when it is closed, and lets go once', async () => {
    const onClose = jest.fn();
    const wake = new Wake(onClose);
    const waiting = wake.wait(LONG);
    wake.close();
    wake.close();
    await waiting;
    expect([wake.isClosed, onClose.mock.calls.length]).toEqual([true, 1]);
  });
});
