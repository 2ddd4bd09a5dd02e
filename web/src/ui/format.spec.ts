import { formatBytes, formatDuration, formatRelative, humanise, plural } from './format.js';

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [840, '840 ms'],
    [4_230, '4.2 s'],
    [59_900, '59 s'],
    [185_000, '3 min 05 s'],
    [7_800_000, '2 h 10 min'],
  ])('reads %i ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [12, '12 B'],
    [1_536, '1.5 KiB'],
    [52_428_800, '50 MiB'],
  ])('reads %i as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatRelative', () => {
  const now = Date.parse('2026-01-10T12:00:00Z');

  it.each([
    ['2026-01-10T11:59:55Z', 'just now'],
    ['2026-01-10T11:59:20Z', '40 s ago'],
    ['2026-01-10T11:55:00Z', '5 min ago'],
    ['2026-01-10T09:00:00Z', '3 h ago'],
    ['2026-01-08T12:00:00Z', '2 d ago'],
    ['2026-01-10T14:00:00Z', 'in 2 h'],
  ])('reads %s as %s', (iso, text) => {
    expect(formatRelative(iso, now)).toBe(text);
  });
});

describe('words', () => {
  it('makes labels of names', () => {
    expect(humanise('document_count')).toBe('Document count');
    expect(humanise('maximumBytes')).toBe('Maximum bytes');
  });

  it('counts', () => {
    expect(plural(1, 'step')).toBe('1 step');
    expect(plural(3, 'step')).toBe('3 steps');
  });
});
