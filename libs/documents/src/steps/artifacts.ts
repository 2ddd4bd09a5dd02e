import type { Json, Reference } from '#definition';
import type { ArtifactStore, ChunkSet } from '../ports.js';
import type { PassagesArtifact } from '../search/passage.js';
import { StepFailure } from '../step-failure.js';

const ONE_DOCUMENT = 'document:';

/** What a `documents` reference points at, unless it names one document itself. */
export type DocumentsArtifact = { readonly documentIds: readonly string[] };

/** What a `chunks` or an `embeddings` reference points at; `model` names the vectors. */
export type ChunksArtifact = {
  readonly sets: readonly { readonly documentId: string; readonly chunker: string }[];
  readonly model?: string;
};

/** A single document as a reference: it names the document itself, for there is nothing else to keep. */
export function documentReference(id: string): Reference {
  return { $ref: `${ONE_DOCUMENT}${id}`, kind: 'documents', count: 1, bytes: 0, sha256: '' };
}

function documentIdOf({ $ref, kind }: Reference): string | null {
  const one = kind === 'documents' && $ref.startsWith(ONE_DOCUMENT);
  return one ? $ref.slice(ONE_DOCUMENT.length) : null;
}

/** The documents of several references, each once, in the order they come. */
export async function documentIdsOf(
  artifacts: ArtifactStore,
  references: readonly Reference[],
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const reference of references) {
    const one = documentIdOf(reference);
    if (one !== null) {
      ids.add(one);
      continue;
    }
    const { documentIds } = (await load(artifacts, reference, 'documentIds')) as DocumentsArtifact;
    for (const id of documentIds) ids.add(id);
  }
  return [...ids];
}

/** The chunk sets of several references, each once, in the order they come. */
export async function chunkSetsOf(
  artifacts: ArtifactStore,
  references: readonly Reference[],
): Promise<readonly ChunkSet[]> {
  const sets = new Map<string, ChunkSet>();
  for (const reference of references) {
    for (const set of ((await load(artifacts, reference, 'sets')) as ChunksArtifact).sets) {
      sets.set(`${set.documentId} ${set.chunker}`, set);
    }
  }
  return [...sets.values()];
}

/** The model of an `embeddings` reference. */
export async function modelOf(artifacts: ArtifactStore, reference: Reference): Promise<string | null> {
  const { model } = (await load(artifacts, reference, 'sets')) as ChunksArtifact;
  return model ?? null;
}

export async function passagesOf(artifacts: ArtifactStore, reference: Reference): Promise<PassagesArtifact> {
  return (await load(artifacts, reference, 'passages')) as unknown as PassagesArtifact;
}

async function load(artifacts: ArtifactStore, reference: Reference, field: string): Promise<Json> {
  const value = await artifacts.get(reference);
  if (typeof value !== 'object' || value === null || !(field in value)) {
    throw new StepFailure(
      'INPUT_MISSING',
      `What arrives here as "${reference.kind}" holds no ${field}.`,
      false,
    );
  }
  return value;
}
