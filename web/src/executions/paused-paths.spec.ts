import type { LoggedEventFragment } from '../graphql/generated/graphql.js';
import { isPausedAt, pausedPaths } from './paused-paths.js';

let sequence = 0;
function event(kind: string, path: string | null, data: unknown = null): LoggedEventFragment {
  sequence += 1;
  return { sequence, at: '2026-01-01T00:00:00Z', level: 'INFO', kind, path, message: '', data };
}

describe('paused paths', () => {
  it('are lifted by a resume at them or around them', () => {
    const log = [event('control.pause', 'each[1]'), event('control.pause', 'other')];
    expect([...pausedPaths(log)]).toEqual(['each[1]', 'other']);
    expect([...pausedPaths([...log, event('control.resume', 'each')])]).toEqual(['other']);
    expect([...pausedPaths([...log, event('control.resume', null)])]).toEqual([]);
  });

  it('of a person and of the parent last beside each other', () => {
    const withParent = { actor: null, detail: { withParent: true } };
    const log = [event('control.pause', null), event('control.pause', null, withParent)];
    expect([...pausedPaths([...log, event('control.resume', null, withParent)])]).toEqual(['']);
    expect([...pausedPaths([...log, event('control.resume', null)])]).toEqual([]);
  });

  it('of the parent reach all that is inside, until it goes on or all of this is resumed', () => {
    const withParent = { actor: null, detail: { withParent: true } };
    const log = [event('control.pause', null, withParent), event('control.resume', 'each')];
    expect(isPausedAt(pausedPaths(log), 'each[1]/a')).toBe(true);
    expect([...pausedPaths([...log, event('control.resume', null, withParent)])]).toEqual([]);
    expect([...pausedPaths([...log, event('control.cancel', null)])]).toEqual([]);
  });

  it('keep what is inside from starting', () => {
    const paused = pausedPaths([event('control.pause', 'each[1]')]);
    expect(isPausedAt(paused, 'each[1]/a')).toBe(true);
    expect(isPausedAt(paused, 'each[2]/a')).toBe(false);
  });
});
