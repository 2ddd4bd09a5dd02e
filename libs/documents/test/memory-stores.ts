import { createHash } from 'node:crypto';
import type { Json, Reference } from '#definition';
import type {
  ArtifactStore,
  Chunk,
  ChunkSet,
  ChunkStore,
  DocumentSelection,
  DocumentStore,
  EmbeddedInput,
  Extraction,
  StoredDocument,
  Stores,
} from '../src/ports.js';
import type { StepContext } from '../src/step-implementation.js';
import { MemoryIndex } from './memory-index.js';

export const COLLECTION = 'collection-1';
export const OWNER = 'owner-1';

/** The ports of the document steps in memory, for specs; they follow the contract of the real ones. */
export class MemoryStores implements Stores {
  readonly index = new MemoryIndex();
  readonly documents = new MemoryDocuments();
  readonly artifacts = new MemoryArtifacts();
  readonly chunks = new MemoryChunks(this.index, this.documents);
}

export class MemoryDocuments implements DocumentStore {
  readonly stored = new Map<string, StoredDocument>();
  readonly failures = new Map<string, { readonly code: string; readonly message: string }>();
  readonly extractions = new Map<string, Extraction>();
  readonly #contents = new Map<string, Uint8Array>();

  /** Adds a document and gives its id; ids sort in the order of adding. */
  add(name: string, content: Uint8Array | string): string {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const id = `document-${String(this.stored.size + 1).padStart(4, '0')}`;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.stored.set(id, { id, name, mediaType: null, sha256, bytes: bytes.byteLength, status: 'uploaded' });
    this.#contents.set(id, bytes);
    return id;
  }

  async list(
    ownerId: string,
    selection: DocumentSelection,
    after: string | null,
    limit: number,
  ): Promise<readonly StoredDocument[]> {
    if (ownerId !== OWNER) return [];
    return [...this.stored.values()]
      .filter(({ id }) => selection.kind === 'collection' || selection.ids.includes(id))
      .filter(({ id }) => after === null || id > after)
      .slice(0, limit);
  }

  async content(documentId: string): Promise<Uint8Array> {
    return this.#contents.get(documentId) ?? new Uint8Array();
  }

  async extraction(documentId: string, readerVersion: string): Promise<Extraction | null> {
    return this.extractions.get(`${documentId} ${readerVersion}`) ?? null;
  }

  async saveExtraction(documentId: string, readerVersion: string, extraction: Extraction): Promise<void> {
    this.extractions.set(`${documentId} ${readerVersion}`, extraction);
  }

  async saveFailure(documentId: string, error: { code: string; message: string }): Promise<void> {
    this.failures.set(documentId, error);
  }
}

export class MemoryArtifacts implements ArtifactStore {
  readonly #values = new Map<string, string>();

  async put(kind: string, count: number, value: Json): Promise<Reference> {
    const text = JSON.stringify(value);
    const sha256 = createHash('sha256').update(text).digest('hex');
    this.#values.set(sha256, text);
    return { $ref: `artifact:${sha256}`, kind, count, bytes: text.length, sha256 };
  }

  async get(reference: Reference): Promise<Json> {
    return JSON.parse(this.#values.get(reference.sha256) ?? 'null') as Json;
  }
}

export class MemoryChunks implements ChunkStore {
  readonly sets = new Map<string, readonly Chunk[]>();
  readonly #byInput = new Map<string, Float32Array>();

  constructor(
    private readonly index: MemoryIndex,
    private readonly documents: MemoryDocuments,
  ) {}

  async summary(set: ChunkSet): Promise<{ chunks: number; tokens: number } | null> {
    const chunks = this.sets.get(keyOf(set));
    if (!chunks) return null;
    return { chunks: chunks.length, tokens: chunks.reduce((sum, chunk) => sum + chunk.tokenCount, 0) };
  }

  async save(set: ChunkSet, chunks: readonly Chunk[]): Promise<void> {
    this.sets.set(keyOf(set), chunks);
    for (const chunk of chunks) {
      this.index.add({
        ...chunk,
        id: `${keyOf(set)} ${String(chunk.ordinal).padStart(5, '0')}`,
        documentId: set.documentId,
        chunker: set.chunker,
        collectionId: COLLECTION,
        documentName: this.documents.stored.get(set.documentId)?.name ?? '',
      });
    }
  }

  async withoutVector(
    sets: readonly ChunkSet[],
    model: string,
    limit: number,
  ): ReturnType<ChunkStore['withoutVector']> {
    const vectors = this.index.vectors.get(model);
    return this.#entriesOf(sets)
      .filter(({ id }) => !vectors?.has(id))
      .slice(0, limit);
  }

  async list(
    ownerId: string,
    sets: readonly ChunkSet[],
    offset: number,
    limit: number,
  ): ReturnType<ChunkStore['list']> {
    if (ownerId !== OWNER) return [];
    return sets
      .flatMap((set) => this.#entriesOf([set]))
      .map(({ chunker: _chunker, collectionId: _collection, ...chunk }) => chunk)
      .slice(offset, offset + limit);
  }

  async countVectors(sets: readonly ChunkSet[], model: string): Promise<number> {
    const vectors = this.index.vectors.get(model);
    return this.#entriesOf(sets).filter(({ id }) => vectors?.has(id)).length;
  }

  async saveVectors(
    model: string,
    vectors: readonly (EmbeddedInput & { readonly vector: Float32Array })[],
  ): Promise<void> {
    const known = this.index.vectors.get(model) ?? new Map<string, Float32Array>();
    for (const { chunkId, inputHash, vector } of vectors) {
      known.set(chunkId, vector);
      this.#byInput.set(`${model} ${inputHash}`, vector);
    }
    this.index.vectors.set(model, known);
  }

  async reuseVectors(
    _owner: string,
    model: string,
    inputs: readonly EmbeddedInput[],
  ): Promise<readonly string[]> {
    const found = inputs.flatMap((input) => {
      const vector = this.#byInput.get(`${model} ${input.inputHash}`);
      return vector ? [{ ...input, vector }] : [];
    });
    await this.saveVectors(model, found);
    return found.map(({ chunkId }) => chunkId);
  }

  async dimensionsOf(_owner: string, model: string): Promise<number | null> {
    for (const vector of this.index.vectors.get(model)?.values() ?? []) return vector.length;
    return null;
  }

  #entriesOf(sets: readonly ChunkSet[]): ReturnType<MemoryIndex['entriesOf']> {
    return this.index.entriesOf({ kind: 'sets', sets });
  }
}

/** A step's context on these stores; `progress` notes what the step said of itself. */
export function contextOn(
  stores: MemoryStores,
  override: Partial<StepContext> = {},
): StepContext & { readonly said: string[] } {
  const said: string[] = [];
  return {
    ownerId: OWNER,
    collectionId: COLLECTION,
    executionId: 'execution-1',
    path: 'step',
    stores,
    signal: new AbortController().signal,
    progress: (done, total, message) => said.push(`${done}/${total} ${message}`),
    ...override,
    said,
  };
}

function keyOf(set: ChunkSet): string {
  return `${set.documentId} ${set.chunker}`;
}
