import type { ControlRecord } from '#interpreter';
import { eventOfRecord } from './event-of-record.js';

const ANN = { id: 'u1', name: 'ann@example.org' };

describe('the line of the log about what somebody did', () => {
  const control = (over: Partial<ControlRecord>): ControlRecord => ({
    ...{ kind: 'control', sequence: 7, at: 1, action: 'pause', path: '', actor: ANN, detail: {} },
    ...over,
  });

  it.each<[Partial<ControlRecord>, string]>([
    [{}, 'ann@example.org paused the execution.'],
    [{ action: 'resume', path: 'each[3]' }, 'ann@example.org resumed "each[3]".'],
    [{ actor: null, detail: { withParent: true } }, 'The execution was paused with its parent.'],
    [
      { action: 'resume', actor: null, detail: { withParent: true } },
      'The execution was resumed with its parent.',
    ],
    [{ action: 'cancel', actor: null }, 'Somebody cancelled the execution.'],
    [{ action: 'retry', path: 'read', detail: { configuration: null } }, 'ann@example.org retried "read".'],
    [
      { action: 'retry', path: 'read', detail: { configuration: { limit: 2 } } },
      'ann@example.org retried "read" with changed settings.',
    ],
    [{ action: 'skip', path: 'read', detail: {} }, 'ann@example.org skipped "read".'],
    [
      { action: 'skip', path: 'read', detail: { output: {} } },
      'ann@example.org skipped "read" and gave its output.',
    ],
    [{ action: 'give-up', path: 'read' }, 'ann@example.org gave up on "read".'],
    [
      { action: 'approve', path: 'ask', detail: { approved: true, comment: 'Fine.' } },
      'ann@example.org approved "ask": Fine.',
    ],
    [
      { action: 'approve', path: 'ask', detail: { approved: false, comment: null } },
      'ann@example.org rejected "ask".',
    ],
    [{ action: 'event', detail: { name: 'paid' } }, 'ann@example.org sent the event "paid".'],
    [
      { action: 'event', path: 'each[2]/wait', detail: { name: 'paid' } },
      'ann@example.org sent the event "paid" to "each[2]/wait".',
    ],
    [{ action: 'variable', detail: { name: 'limit' } }, 'ann@example.org set the variable "limit".'],
    [
      { action: 'variable', path: 'each[2]', detail: { name: 'limit' } },
      'ann@example.org set the variable "limit" of "each[2]".',
    ],
  ])('%j', (over, message) => {
    expect(eventOfRecord(control(over)).message).toBe(message);
  });

  it('holds who it was and the details, unless they are long', () => {
    const line = eventOfRecord(control({ action: 'event', path: 'wait', detail: { name: 'paid' } }));
    expect(line).toMatchObject({
      ...{ record: 7, level: 'info', kind: 'control.event', path: 'wait' },
      data: { actor: ANN, detail: { name: 'paid' } },
    });
    const long = eventOfRecord(control({ detail: { payload: 'x'.repeat(3_000) } }));
    expect(long.data).toEqual({ actor: ANN, detail: { omitted: 'too long for the log' } });
  });
});
