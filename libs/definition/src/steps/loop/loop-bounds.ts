import { z } from 'zod';
import { described } from '../settings.js';

/** Rounds of any loop, and items of any list. */
export const MOST_ROUNDS = 1_000_000;

export const concurrency = described(z.int().min(1).max(100).default(1), {
  title: 'At the same time',
  description: 'For "forEach": how many rounds may run side by side.',
});

export const maximumRounds = described(z.int().min(1).max(MOST_ROUNDS).optional(), {
  title: 'Most rounds',
  description: 'Where the loop ends at the latest. Needed for "while" and "until".',
});

const tolerated = z
  .strictObject({
    count: z.int().min(0).max(MOST_ROUNDS).optional(),
    share: z.number().min(0).max(1).optional(),
  })
  .refine(({ count, share }) => count !== undefined || share !== undefined, {
    message: 'needs a count, or a share from 0 to 1',
  });

export const itemErrors = described(
  z
    .union([z.enum(['failFast', 'collect', 'ignore']), z.strictObject({ tolerate: tolerated })], {
      error: 'must be failFast, collect, ignore, or { tolerate: { count } } or { tolerate: { share } }',
    })
    .default('failFast'),
  {
    title: 'When a round fails',
    description:
      '"failFast" stops the others and fails; "collect" does the others first; "ignore" goes on; { tolerate: { count: 3 } } or { tolerate: { share: 0.1 } } goes on up to there.',
  },
);
