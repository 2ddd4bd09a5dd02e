import { buildChanged } from '../../apps/local/src/build/build.mjs';
import { createProgress } from '../../apps/local/src/progress.mjs';
import { repositoryRoot } from '../support/repository-root.mjs';
import { KINDS, UNDISTURBED } from './matrix/kinds.js';
import { Random } from './matrix/random.js';
import { runRound } from './matrix/round.js';
import type { Round } from './matrix/round.js';
import { SIZES } from './matrix/size.js';
import { surround } from './matrix/surroundings.js';
import type { Surroundings } from './matrix/surroundings.js';
import { faultsOf, verdictOn } from './matrix/verdict.js';

const SEED = 1;

/** The smallest part of `npm run test:faults`: the kills that are over soonest, one of each. */
describe('the whole product at work, while it is killed', () => {
  let surroundings: Surroundings;
  let undisturbed: Round;
  beforeAll(async () => {
    await buildChanged(repositoryRoot, createProgress());
    surroundings = await surround(SIZES.small, 'small');
    undisturbed = await runRound(surroundings, SIZES.small, UNDISTURBED, new Random(SEED));
  }, 600_000);
  afterAll(() => surroundings.close(), 60_000);

  it.each(KINDS.filter(({ name }) => name === 'Temporal' || name === 'Postgres'))(
    '$name: loses nothing, repeats nothing that was recorded, and ends as if undisturbed',
    async (kind) => {
      const round = await runRound(surroundings, SIZES.small, kind, new Random(SEED));
      const verdict = verdictOn(round, undisturbed);
      expect(faultsOf(verdict)).toEqual([]);
      expect(verdict).toMatchObject({ executions: undisturbed.ended.length });
      expect(round.kills).toHaveLength(SIZES.small.kills);
    },
    600_000,
  );
});
