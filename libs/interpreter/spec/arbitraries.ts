import fc from 'fast-check';
import type { Genome } from './genome.js';
import type { Course, Meddling } from './play-out.js';

/** `SLUICE_PROPERTY_RUNS=10000` is the nightly size. */
export const RUNS = { numRuns: Number(process.env['SLUICE_PROPERTY_RUNS'] ?? 500) };

/** Those that wait for every connection; what the others see depends on who comes first, by design. */
export const orderless = [{ kind: 'all' }, { kind: 'every' }] as const;
export const joins = [
  ...orderless,
  { kind: 'atLeast', count: 2 },
  { kind: 'any' },
  { kind: 'race' },
] as const;

export const genomes = (kinds: readonly (typeof joins)[number][]): fc.Arbitrary<Genome> =>
  fc.record({
    steps: fc.array(
      fc.record({
        kind: fc.constantFrom('work', 'work', 'work', 'condition', 'parallel', 'merge', 'transform'),
        join: fc.oneof(
          { weight: 2, arbitrary: fc.constant({ kind: 'all' } as const) },
          fc.constantFrom(...kinds),
        ),
        onError: fc.constantFrom('fail', 'continue', 'route'),
        failures: fc.constantFrom(0, 0, 0, 0, 0, 1, 2),
        n: fc.constantFrom(0, 1, 2, 3, null),
        condition: fc.constantFrom(null, null, null, null, null, 1, 2),
        gives: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12, size: 'max' },
    ),
    edges: fc.array(
      fc.record({
        from: fc.nat(11),
        to: fc.nat(4),
        port: fc.constantFrom('out', 'out', 'out', 'case', 'error'),
        above: fc.constantFrom(null, null, null, null, 0, 1, 2),
      }),
      { maxLength: 24, size: 'max' },
    ),
    order: fc.uniqueArray(fc.nat(11), { maxLength: 12, size: 'max' }),
  });

export const courses = (...meddling: readonly Meddling[]): fc.Arbitrary<Course> =>
  fc.record({
    picks: fc.array(fc.nat(1000), { maxLength: 40, size: 'max' }),
    meddling: fc.array(fc.constantFrom<Meddling>('nothing', ...meddling), { maxLength: 40, size: 'max' }),
  });

export const EVERYTHING = ['pause', 'pause-step', 'hold', 'round-trip', 'repeat', 'strange'] as const;
export const STRAIGHT: Course = { picks: [], meddling: [] };
