import type { Reference } from '#definition';
import type { Extraction, StepContext, StepImplementations } from '#documents';
import { createStepImplementations } from '#documents';
import { readerVersion } from '#documents/readers';
import { Collection, DocumentIntake, User } from '#persistence';
import type { PostgresStores } from '#persistence';
import type { DataSource } from 'typeorm';
import type { Abstract } from './cranfield.js';

/** A collection in the real store, and the steps of the product without a model provider. */
export interface LoadedCollection {
  readonly context: StepContext;
  readonly steps: StepImplementations;
}

const AT_ONCE = 8;

/** Stores every abstract as a document, cuts it and gives it vectors if wanted, with the steps' own defaults. */
export async function loadAbstracts(
  dataSource: DataSource,
  stores: PostgresStores,
  abstracts: readonly Abstract[],
  { vectors }: { readonly vectors: boolean },
): Promise<LoadedCollection> {
  const ownerId = await insertedId(dataSource, User, {
    email: `${Math.random()}@example.org`,
    displayName: 'Reader',
    passwordHash: 'none',
  });
  const collectionId = await insertedId(dataSource, Collection, { userId: ownerId, name: 'Abstracts' });
  const intake = new DocumentIntake(dataSource);
  const documentIds: string[] = [];
  const waiting = [...abstracts];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const extraction = extractionOf(next);
      const named = { name: next.id, collectionId };
      const document = await intake.add(ownerId, named, bytesOf(extraction.text), 1024 * 1024);
      if (document === null) throw new Error('The collection is not there.');
      await stores.documents.saveExtraction(document.id, readerVersion, extraction);
      documentIds.push(document.id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));

  const context: StepContext = {
    ...{ ownerId, collectionId, executionId: 'none', path: 'none', stores },
    ...{ signal: new AbortController().signal, progress: () => undefined },
  };
  const steps = createStepImplementations(null);
  const documents = [await stores.artifacts.put('documents', documentIds.length, { documentIds })];
  const chunks = await give(steps, 'chunking', 'chunks', context, { documents });
  if (vectors) await give(steps, 'embedding', 'embeddings', context, { chunks: [chunks] });
  return { context, steps };
}

async function give(
  steps: StepImplementations,
  type: string,
  output: string,
  context: StepContext,
  incoming: Readonly<Record<string, readonly Reference[]>>,
): Promise<Reference> {
  const step = steps[type];
  const reference = (await step?.({ configuration: {}, incoming, documents: null }, context))?.references[
    output
  ];
  if (reference === undefined) throw new Error(`The step ${type} gave no ${output}.`);
  return reference;
}

/** What a reader makes of a page with a title and a paragraph. */
function extractionOf({ title, text }: Abstract): Extraction {
  const whole = text === '' ? title : `${title}\n\n${text}`;
  const block = { page: null, headingPath: [title] };
  const heading = { ...block, kind: 'heading' as const, text: title, start: 0, end: title.length };
  const start = whole.length - text.length;
  const paragraph = { ...block, kind: 'paragraph' as const, text, start, end: whole.length };
  return {
    ...{ mediaType: 'text/plain', title, pageCount: null, text: whole, warnings: [] },
    blocks: text === '' ? [heading] : [heading, paragraph],
  };
}

async function insertedId<Row extends { id: string }>(
  dataSource: DataSource,
  entity: new () => Row,
  row: object,
): Promise<string> {
  const { identifiers } = await dataSource.getRepository(entity).insert(row);
  return String(identifiers[0]?.['id']);
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
