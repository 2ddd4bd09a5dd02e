import { defaultEmbedder, embedOne, embedderOf } from '../../embedding/embedder.js';
import type { Embedder } from '../../embedding/embedder.js';
import type { SearchScope } from '../../ports.js';
import type { Provider } from '../../providers/provider.js';
import { searchPassages } from '../../search/search-passages.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation, StepRequest } from '../../step-implementation.js';
import { chunkSetsOf, modelOf } from '../artifacts.js';
import { readSettings } from '../read-setting.js';
import { searchFilter } from './search-filter.js';
import { passageSearch } from './search-settings.js';

/** Finds the passages for a question among the chunks that arrive, else in the workflow's collection. */
export function search(provider: Provider | null): StepImplementation {
  return async (request, context) => {
    const wanted = passageSearch(request.configuration);
    const filter = searchFilter(readSettings(request.configuration));
    const { scope, embedder } = await placeToSearch(request, context, provider);
    const found = await searchPassages(
      context.stores.index,
      { ...embedder, embed: (text) => embedOne(embedder, text, context.signal) },
      { ...wanted, ownerId: context.ownerId, scope: filter ? { ...scope, filter } : scope },
    );
    const { passages, confidence } = found;
    return {
      facts: { result_count: passages.length, top_score: passages[0]?.score ?? 0, confidence },
      references: { passages: await context.stores.artifacts.put('passages', passages.length, found) },
    };
  };
}

async function placeToSearch(
  { configuration, incoming }: StepRequest,
  { stores, collectionId }: StepContext,
  provider: Provider | null,
): Promise<{ readonly scope: SearchScope; readonly embedder: Embedder }> {
  const everything = readSettings(configuration).choice('scope', ['incoming', 'collection']) === 'collection';
  const embeddings = everything ? [] : (incoming['embeddings'] ?? []);
  const chunks = everything ? [] : (incoming['chunks'] ?? []);
  const references = [...embeddings, ...chunks];
  if (references.length > 0) {
    const [first] = embeddings;
    const model = first === undefined ? null : await modelOf(stores.artifacts, first);
    return {
      scope: { kind: 'sets', sets: await chunkSetsOf(stores.artifacts, references) },
      embedder: model === null ? defaultEmbedder(null) : embedderOf(model, provider),
    };
  }
  if (collectionId === null) {
    throw new StepFailure(
      'INPUT_MISSING',
      'There is nothing to search: connect chunks, or give the workflow a collection.',
      false,
    );
  }
  return { scope: { kind: 'collection', collectionId }, embedder: defaultEmbedder(provider) };
}
