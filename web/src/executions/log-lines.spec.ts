import type { LoggedEventFragment } from '../graphql/generated/graphql.js';
import { lastSequence, LOG_LIMIT, mergeEvents, verdictsIn } from './log-lines.js';

function event(sequence: number, more: Partial<LoggedEventFragment> = {}): LoggedEventFragment {
  return {
    sequence,
    at: '2026-01-01T00:00:00Z',
    level: 'INFO',
    kind: 'step',
    path: null,
    message: `m${sequence}`,
    data: null,
    ...more,
  };
}

const sequences = (log: readonly LoggedEventFragment[]) => log.map(({ sequence }) => sequence);

describe('mergeEvents', () => {
  it('appends what is new', () => {
    expect(sequences(mergeEvents([event(1), event(2)], [event(3)]))).toEqual([1, 2, 3]);
  });

  it('takes what a reconnect brings again only once', () => {
    const log = [event(1), event(2), event(3)];
    expect(sequences(mergeEvents(log, [event(2), event(3), event(4)]))).toEqual([1, 2, 3, 4]);
  });

  it('puts a late batch where it belongs', () => {
    expect(sequences(mergeEvents([event(5)], [event(4), event(3), event(6)]))).toEqual([3, 4, 5, 6]);
  });

  it('keeps the newest lines of a very long log', () => {
    const log = Array.from({ length: LOG_LIMIT }, (_, index) => event(index + 1));
    const merged = mergeEvents(log, [event(LOG_LIMIT + 1)]);
    expect(merged).toHaveLength(LOG_LIMIT);
    expect(merged[0]?.sequence).toBe(2);
    expect(lastSequence(merged)).toBe(LOG_LIMIT + 1);
  });
});

describe('verdictsIn', () => {
  it('reads conditions of connections in each round, unknown as false', () => {
    const log = [
      event(1, {
        kind: 'condition.evaluated',
        path: 'each[0]/find',
        data: { connectionId: 'a', result: 'true' },
      }),
      event(2, { kind: 'condition.evaluated', path: 'find', data: { connectionId: 'b', result: 'unknown' } }),
      event(3, { kind: 'condition.evaluated', data: { connectionId: null, result: 'true' } }),
      event(4, { kind: 'step', data: null }),
    ];
    expect([...verdictsIn(log)]).toEqual([
      ['each[0]/find a', true],
      ['find b', false],
    ]);
  });
});
