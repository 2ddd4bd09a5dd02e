import type { JsonObject } from '#definition';
import type { PassagesArtifact } from '#documents';
import type { LoadedCollection } from './load-abstracts.js';
import type { JudgedQuestion } from './cranfield.js';
import { qualityOf } from './measures.js';
import type { Quality } from './measures.js';

export interface Asked {
  readonly question: JudgedQuestion;
  readonly quality: Quality;
  readonly ms: number;
}

/** Puts every question to the search step, one after another; an abstract ranks by its best passage. */
export async function ask(
  { context, steps }: LoadedCollection,
  questions: readonly JudgedQuestion[],
  settings: JsonObject,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  for (const question of questions) {
    const configuration = { ...settings, query: question.text, limit: 100 };
    const started = performance.now();
    const output = await steps['search']?.({ configuration, incoming: {}, documents: null }, context);
    const ms = performance.now() - started;
    const reference = output?.references['passages'];
    if (reference === undefined) throw new Error('The search gave no passages.');
    const { passages } = (await context.stores.artifacts.get(reference)) as unknown as PassagesArtifact;
    const ranked = [...new Set(passages.map(({ documentName }) => documentName))];
    asked.push({ question, quality: qualityOf(ranked, question.relevant), ms });
  }
  return asked;
}
