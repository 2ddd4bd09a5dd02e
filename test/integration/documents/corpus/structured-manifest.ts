import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusFile, Fact } from './fact.js';
import { CORPUS } from './reading.js';
import { structureChecks } from './structure-checks.js';
import type { StructureCheck } from './structure-checks.js';

interface ManifestLine {
  readonly file: string;
  readonly checks: readonly StructureCheck[];
}

/** The files of the manifest about structure; a fact for each of its checks. */
export function structuredManifestFiles(): readonly CorpusFile[] {
  const lines = readFileSync(join(CORPUS, 'structured/MANIFEST.jsonl'), 'utf8').trim().split('\n');
  return lines.map((json) => {
    const { file, checks } = JSON.parse(json) as ManifestLine;
    return { path: `structured/${file}`, facts: checks.map(asFact) };
  });
}

function asFact(wanted: StructureCheck): Fact {
  const check = structureChecks[wanted.kind];
  if (check === undefined) throw new Error(`The manifest has a check of a new kind, ${wanted.kind}.`);
  const { kind, ...rest } = wanted;
  const details = Object.values(rest).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  );
  return { name: [kind, ...details].join(' '), check: (reading) => check(reading, wanted) };
}
