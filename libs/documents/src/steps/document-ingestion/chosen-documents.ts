import type { Json, JsonObject, Reference } from '#definition';
import type { DocumentSelection, StoredDocument } from '../../ports.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepRequest } from '../../step-implementation.js';
import { documentIdsOf } from '../artifacts.js';

const PAGE = 200;

/**
 * Which documents the step reads: those its setting names, else those chosen for the execution, else all of the
 * workflow's collection. The owner's only; a document that is not there any more is passed over.
 */
export async function chosenDocuments(
  { configuration, documents }: StepRequest,
  context: StepContext,
): Promise<readonly StoredDocument[]> {
  const selection = await select(configuration['documents'] ?? undefined, documents, context);
  const found: StoredDocument[] = [];
  for (;;) {
    context.signal.throwIfAborted();
    const after = found.at(-1)?.id ?? null;
    const page = await context.stores.documents.list(context.ownerId, selection, after, PAGE);
    found.push(...page);
    if (page.length < PAGE) return found;
  }
}

async function select(
  setting: Json | undefined,
  documents: Reference | null,
  { stores, collectionId }: StepContext,
): Promise<DocumentSelection> {
  const reference = setting === undefined || setting === '' ? documents : asReference(setting);
  if (reference !== null) return { kind: 'ids', ids: await documentIdsOf(stores.artifacts, [reference]) };
  if (collectionId !== null) return { kind: 'collection', collectionId };
  throw new StepFailure(
    'INPUT_MISSING',
    'There are no documents: choose some for the execution, or give the workflow a collection.',
    false,
  );
}

function asReference(setting: Json): Reference {
  const { kind } = (typeof setting === 'object' ? (setting ?? {}) : {}) as JsonObject;
  if (kind === 'documents') return setting as unknown as Reference;
  throw new StepFailure('BAD_INPUT', 'The setting "documents" has to give documents.', false);
}
