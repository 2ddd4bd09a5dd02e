import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository-root.mjs';

export interface Abstract {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface JudgedQuestion {
  readonly id: string;
  readonly text: string;
  /** Ids of the abstracts that answer it. */
  readonly relevant: ReadonlySet<string>;
}

export interface Cranfield {
  readonly abstracts: readonly Abstract[];
  readonly questions: readonly JudgedQuestion[];
}

const FOLDER = join(repositoryRoot, 'test', 'fixtures', 'retrieval');

/** The whole collection; see the README beside it. */
export function readCranfield(): Cranfield {
  const relevant = new Map<string, Set<string>>();
  for (const [question = '', abstract = '', grade] of lines('qrels.tsv').map((line) => line.split('\t'))) {
    if (grade === '1') relevant.set(question, (relevant.get(question) ?? new Set()).add(abstract));
  }
  const questions = records('queries.jsonl') as readonly Pick<JudgedQuestion, 'id' | 'text'>[];
  return {
    abstracts: records('corpus.jsonl') as readonly Abstract[],
    questions: questions.map(({ id, text }) => ({ id, text, relevant: relevant.get(id) ?? new Set() })),
  };
}

function records(file: string): readonly unknown[] {
  return lines(file).map((line) => JSON.parse(line) as unknown);
}

function lines(file: string): readonly string[] {
  return readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
}
