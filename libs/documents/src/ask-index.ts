import { defaultEmbedder, embedOne } from './embedding/embedder.js';
import type { SearchIndex, SearchScope } from './ports.js';
import type { Passage } from './search/passage.js';
import { searchPassages } from './search/search-passages.js';
import { extractiveAnswer } from './synthesis/extractive-answer.js';
import type { Answer } from './synthesis/answer.js';

export interface IndexQuestion {
  readonly ownerId: string;
  readonly scope: SearchScope;
  readonly question: string;
  readonly limit: number;
}

const SETTINGS = { maximumSentences: 5, minimumConfidence: 0.2 };

/** Answers a question straight from the index, without a workflow and without a model. */
export async function askIndex(
  index: SearchIndex,
  { ownerId, scope, question, limit }: IndexQuestion,
  signal: AbortSignal,
): Promise<{ readonly answer: Answer; readonly passages: readonly Passage[] }> {
  const embedder = defaultEmbedder(null);
  const { passages, confidence } = await searchPassages(
    index,
    { ...embedder, embed: (text) => embedOne(embedder, text, signal) },
    { ownerId, scope, query: question, mode: 'hybrid', limit, minimumScore: 0 },
  );
  return { answer: extractiveAnswer(question, passages, SETTINGS, confidence), passages };
}
