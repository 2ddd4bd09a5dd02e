import type { DataSource } from 'typeorm';
import { TooManyVectorsError } from './too-many-vectors.error.js';

/** All vectors of a scope and a model, of length 1, in order of chunk id. */
export interface LoadedVectors {
  readonly chunkIds: readonly string[];
  readonly vectors: SharedArrayBuffer;
}

export interface VectorsWanted {
  readonly setIds: string;
  readonly chunkCount: number;
  readonly model: string;
  readonly dimensions: number;
}

const VECTORS_AT_ONCE = 1_000;

/**
 * Keeps the vectors of the scopes searched last. Chunk sets and vectors never change once written,
 * so vectors of the same sets are the same for good, as soon as every chunk has one.
 */
export class VectorCache {
  private readonly held = new Map<string, LoadedVectors>();
  private readonly loading = new Map<string, Promise<LoadedVectors>>();
  private bytes = 0;

  constructor(
    private readonly dataSource: DataSource,
    /** Of all vectors held together; a scope that is bigger is refused. */
    private readonly maximumBytes: number,
  ) {}

  /** @throws TooManyVectorsError */
  async get(wanted: VectorsWanted): Promise<LoadedVectors> {
    const key = `${wanted.dimensions} ${wanted.model} ${wanted.setIds}`;
    const held = this.held.get(key);
    if (held === undefined) return this.loading.get(key) ?? this.loadAndHold(key, wanted);
    this.held.delete(key);
    this.held.set(key, held);
    return held;
  }

  private async loadAndHold(key: string, wanted: VectorsWanted): Promise<LoadedVectors> {
    const loading = this.load(wanted);
    this.loading.set(key, loading);
    try {
      const loaded = await loading;
      // While some chunks have no vector yet, there may be more next time.
      if (loaded.chunkIds.length === wanted.chunkCount) this.hold(key, loaded);
      return loaded;
    } finally {
      this.loading.delete(key);
    }
  }

  /** The scope searched longest ago goes first. */
  private hold(key: string, loaded: LoadedVectors): void {
    this.held.set(key, loaded);
    this.bytes += loaded.vectors.byteLength;
    for (const [other, { vectors }] of this.held) {
      if (this.bytes <= this.maximumBytes) return;
      this.held.delete(other);
      this.bytes -= vectors.byteLength;
    }
  }

  private async load({ setIds, model, dimensions }: VectorsWanted): Promise<LoadedVectors> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT chunk_id AS id FROM chunk_vectors
       WHERE set_id = ANY($1::bigint[]) AND model = $2 AND dimensions = $3 ORDER BY chunk_id`,
      [setIds, model, dimensions],
    );
    const chunkIds = rows.map(({ id }) => id);
    const bytes = chunkIds.length * dimensions * 4;
    if (bytes > this.maximumBytes) throw new TooManyVectorsError(chunkIds.length, bytes, this.maximumBytes);
    const vectors = new SharedArrayBuffer(bytes);
    const target = new Float32Array(vectors);
    for (let from = 0; from < chunkIds.length; from += VECTORS_AT_ONCE) {
      const page = chunkIds.slice(from, from + VECTORS_AT_ONCE);
      const found = await this.dataSource.query<{ id: string; vector: Buffer }[]>(
        `SELECT chunk_id AS id, vector FROM chunk_vectors
         WHERE chunk_id = ANY($1::bigint[]) AND model = $2 ORDER BY chunk_id`,
        [page, model],
      );
      const byId = new Map(found.map(({ id, vector }) => [id, vector]));
      page.forEach((id, index) => {
        const vector = byId.get(id);
        // One deleted meanwhile stays zero: its score is 0 and its chunk is not found any more.
        if (vector !== undefined) {
          target.set(normalised(floatsOf(vector)), (from + index) * dimensions);
        }
      });
    }
    return { chunkIds, vectors };
  }
}

function floatsOf(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}

/** To length 1; a vector without a direction becomes all zero. */
export function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length > 0 && Number.isFinite(length) ? vector.map((value) => value / length) : vector.map(() => 0);
}
