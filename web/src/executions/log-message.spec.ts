import { logMessage } from './log-message.js';

describe('a line of the log', () => {
  it('counts rounds from 1', () => {
    const message = 'Round 0 of "For each line" failed: No.';
    expect(logMessage({ kind: 'step.failed', message })).toBe('Round 1 of "For each line" failed: No.');
    expect(logMessage({ kind: 'control.pause', message: 'Anna paused "each[0]".' })).toBe(
      'Anna paused "each[0]".',
    );
  });

  it('has times as people write them', () => {
    const message = 'Step "Ask" is waiting. It waits for an approval until 2026-01-02T03:04:05.000Z.';
    expect(logMessage({ kind: 'step.waiting', message })).not.toContain('T03:04:05');
  });
});
