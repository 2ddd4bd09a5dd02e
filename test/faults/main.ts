import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildChanged } from '../../apps/local/src/build/build.mjs';
import { createProgress } from '../../apps/local/src/progress.mjs';
import { describeMachine } from '../bench/machine.js';
import { repositoryRoot } from '../support/repository-root.mjs';
import { exitOnSignals } from '../support/running.mjs';
import { UNDISTURBED, kindsNamed } from './matrix/kinds.js';
import type { Kind } from './matrix/kinds.js';
import { Random } from './matrix/random.js';
import { runRound } from './matrix/round.js';
import type { Round } from './matrix/round.js';
import { sizeNamed } from './matrix/size.js';
import { surround } from './matrix/surroundings.js';
import { table } from './matrix/table.js';
import { faultsOf, verdictOn } from './matrix/verdict.js';

/**
 * `npm run test:faults`: kills what the product stands on while it works, and compares with an undisturbed run. Give
 * kinds of kills as arguments for only those; SLUICE_FAULTS_SIZE (`full`, `small`) and SLUICE_FAULTS_SEED.
 */
exitOnSignals();
const kinds = kindsNamed(process.argv.slice(2));
const sizeName = process.env['SLUICE_FAULTS_SIZE'] ?? 'full';
const size = sizeNamed(sizeName);
const seed = Number(process.env['SLUICE_FAULTS_SEED'] ?? Date.now() % 1_000_000);
const progress = createProgress();
await buildChanged(repositoryRoot, progress);
progress.say(`Size ${sizeName}, seed ${seed}.`);

/** Each kind has a product of its own, which gives up on a server that ends too often within a minute. */
async function disturbed(kind: Kind): Promise<Round> {
  const surroundings = await surround(size, kind.name);
  try {
    return await runRound(surroundings, size, kind, new Random(seed));
  } finally {
    await surroundings.close();
  }
}

const undisturbed = await disturbed(UNDISTURBED);
const verdicts = [];
for (const kind of [UNDISTURBED, ...kinds]) {
  const round = kind === UNDISTURBED ? undisturbed : await disturbed(kind);
  const verdict = verdictOn(round, undisturbed);
  verdicts.push(verdict);
  faultsOf(verdict).forEach(progress.say);
  progress.say(`${kind.name}: ${verdict.kills.length} kills, ${Math.round(verdict.seconds)} s`);
}

const at = new Date().toISOString();
const result = { at, machine: describeMachine(), size: sizeName, seed, verdicts };
const folder = join(repositoryRoot, 'test', 'faults', 'results');
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, `${result.at.replaceAll(/[:.]/g, '-')}.json`),
  JSON.stringify(result, undefined, 2),
);
console.log(`\n${table(result)}`);
const faults = verdicts.flatMap(faultsOf);
process.exitCode = faults.length === 0 ? 0 : 1;
