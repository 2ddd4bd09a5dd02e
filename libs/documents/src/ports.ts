import type { Json, Reference } from '#definition';

/** Where steps find documents, chunks and artifacts. Implemented on Postgres; each method is one short transaction. */
export interface Stores {
  readonly documents: DocumentStore;
  readonly chunks: ChunkStore;
  readonly index: SearchIndex;
  readonly artifacts: ArtifactStore;
}

/** Which documents a step works on: those named, or all of a collection. */
export type DocumentSelection =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'collection'; readonly collectionId: string };

export interface StoredDocument {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** `uploaded` (not read yet), `ready` or `failed`. */
  readonly status: 'uploaded' | 'ready' | 'failed';
}

export interface DocumentStore {
  /** A page of documents in order of id, those of the owner only. */
  list(
    ownerId: string,
    selection: DocumentSelection,
    after: string | null,
    limit: number,
  ): Promise<readonly StoredDocument[]>;
  content(documentId: string): Promise<Uint8Array>;
  /** What a reader of this version made of the document, or null when it has to be read. */
  extraction(documentId: string, readerVersion: string): Promise<Extraction | null>;
  saveExtraction(documentId: string, readerVersion: string, extraction: Extraction): Promise<void>;
  /** Marks a document that could not be read; it keeps its content. */
  saveFailure(documentId: string, error: { readonly code: string; readonly message: string }): Promise<void>;
}

/** What a reader makes of a document. Offsets are UTF-16 units into `text`; pages count from 1. */
export interface Extraction {
  readonly mediaType: string;
  readonly title: string | null;
  readonly pageCount: number | null;
  /** The whole text; every block is a slice of it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly warnings: readonly string[];
}

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'table' | 'table-row' | 'code' | 'quote';

export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
  /** Headings above it, outermost first; for a heading, with itself last. */
  readonly headingPath: readonly string[];
}

export interface Chunk {
  /** Position within the document, from 0. */
  readonly ordinal: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly headingPath: readonly string[];
  readonly tokenCount: number;
}

export interface StoredChunk extends Chunk {
  readonly id: string;
  readonly documentId: string;
}

/** A document cut by one chunker setting; the pair names a chunk set, so unchanged content costs nothing again. */
export interface ChunkSet {
  readonly documentId: string;
  readonly chunker: string;
}

/** A chunk as an item of a loop. */
export interface ListedChunk extends StoredChunk {
  readonly documentName: string;
}

/** A chunk and the SHA-256, in hexadecimal, of what the model reads for it. */
export interface EmbeddedInput {
  readonly chunkId: string;
  readonly inputHash: string;
}

export interface ChunkStore {
  /** Counts of a chunk set that is already there, else null. */
  summary(set: ChunkSet): Promise<{ readonly chunks: number; readonly tokens: number } | null>;
  save(set: ChunkSet, chunks: readonly Chunk[]): Promise<void>;
  /** A page of the chunks that have no vector of this model yet, in order of id. */
  withoutVector(
    sets: readonly ChunkSet[],
    model: string,
    limit: number,
  ): Promise<readonly Pick<StoredChunk, 'id' | 'text' | 'tokenCount' | 'headingPath'>[]>;
  /** A page of the chunks of the owner's documents, in the order of the sets and within each as they stand. */
  list(
    ownerId: string,
    sets: readonly ChunkSet[],
    offset: number,
    limit: number,
  ): Promise<readonly ListedChunk[]>;
  countVectors(sets: readonly ChunkSet[], model: string): Promise<number>;
  saveVectors(
    model: string,
    vectors: readonly (EmbeddedInput & { readonly vector: Float32Array })[],
  ): Promise<void>;
  /**
   * Gives chunks the vectors that the model made of the same inputs before, for any document of the owner. Gives the
   * ids of those that got one.
   */
  reuseVectors(ownerId: string, model: string, inputs: readonly EmbeddedInput[]): Promise<readonly string[]>;
  /** The dimensions of the vectors that the owner has of a model; null when there are none. */
  dimensionsOf(ownerId: string, model: string): Promise<number | null>;
}

/** What is searched: the given chunk sets, or everything of a collection. */
export type SearchScope = (
  | { readonly kind: 'sets'; readonly sets: readonly ChunkSet[] }
  | { readonly kind: 'collection'; readonly collectionId: string }
) & { readonly filter?: SearchFilter };

/** What narrows a scope. Patterns know `*` for any characters and `?` for one; capital letters make no difference. */
export interface SearchFilter {
  /** A pattern of the document's name. */
  readonly documentName?: string;
  /** A pattern of the document's kind: `application/pdf`, `text/*`. */
  readonly mediaType?: string;
  /** Documents that came in at this time or later; ISO 8601. */
  readonly addedAfter?: string;
  /** Documents that came in before this time; ISO 8601. */
  readonly addedBefore?: string;
  /** Words that one of the headings above a chunk holds. Rarity of words is still that of the scope. */
  readonly heading?: string;
}

export interface Hit {
  readonly chunkId: string;
  readonly score: number;
}

export interface SearchIndex {
  /** BM25 (k1 1.2, b 0.75) over the English full-text vector, best first, ties by chunk id. */
  lexical(ownerId: string, scope: SearchScope, query: string, limit: number): Promise<readonly Hit[]>;
  /** Cosine similarity, best first, ties by chunk id. */
  nearest(
    ownerId: string,
    scope: SearchScope,
    model: string,
    vector: Float32Array,
    limit: number,
  ): Promise<readonly Hit[]>;
  /** The chunks of the hits with the names of their documents, in the order of the ids given. */
  chunks(ids: readonly string[]): Promise<readonly (StoredChunk & { readonly documentName: string })[]>;
  /** For each chunk those of its set that stand at most so many places before or after it, itself among them, in order. */
  around(chunkIds: readonly string[], places: number): Promise<ReadonlyMap<string, readonly StoredChunk[]>>;
  /** Share of the query's terms, weighted by rarity, that occur in the scope: 0 to 1. */
  coverage(ownerId: string, scope: SearchScope, query: string): Promise<number>;
}

/** What proves to another system who is asking. */
export interface SecretStore {
  /** Headers of the owner's secret of that name for requests to a host (`api.example.org`); null when there is none. */
  headersFor(
    ownerId: string,
    name: string,
    host: string,
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, string>> | null>;
}

/** Step outputs too big for history, content-addressed. */
export interface ArtifactStore {
  put(kind: string, count: number, value: Json): Promise<Reference>;
  get(reference: Reference): Promise<Json>;
}
