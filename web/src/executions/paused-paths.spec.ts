import type { LoggedEventFragment } from '../graphql/generated/graphql.js';
import { isPausedAt, pausedPaths } from './paused-paths.js';

let sequence = 0;
function event(kind: string, path: string | null): LoggedEventFragment {
  sequence += 1;
  return { sequence, at: '2026-01-01T00:00:00Z', level: 'INFO', kind, path, message: '', data: null };
}

describe('paused paths', () => {
  it('are lifted by a resume at them or around them', () => {
    const log = [event('control.pause', 'each[1]'), event('control.pause', 'other')];
    expect([...pausedPaths(log)]).toEqual(['each[1]', 'other']);
    expect([...pausedPaths([...log, event('control.resume', 'each')])]).toEqual(['other']);
    expect([...pausedPaths([...log, event('control.resume', null)])]).toEqual([]);
  });

  it('keep what is inside from starting', () => {
    const paused = pausedPaths([event('control.pause', 'each[1]')]);
    expect(isPausedAt(paused, 'each[1]/a')).toBe(true);
    expect(isPausedAt(paused, 'each[2]/a')).toBe(false);
  });
});
