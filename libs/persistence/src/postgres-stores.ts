import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PostgresArtifactStore } from './artifacts/postgres-artifact-store.js';
import { PostgresChunkStore } from './chunks/postgres-chunk-store.js';
import { PostgresDocumentStore } from './documents/postgres-document-store.js';
import { PostgresSearchIndex } from './search/postgres-search-index.js';

/** Everything steps find in the database: the `Stores` of the documents part. */
@Injectable()
export class PostgresStores implements OnApplicationShutdown {
  readonly documents: PostgresDocumentStore;
  readonly chunks: PostgresChunkStore;
  readonly index: PostgresSearchIndex;
  readonly artifacts: PostgresArtifactStore;

  constructor(@Inject(DataSource) dataSource: DataSource) {
    this.documents = new PostgresDocumentStore(dataSource);
    this.chunks = new PostgresChunkStore(dataSource);
    this.index = new PostgresSearchIndex(dataSource);
    this.artifacts = new PostgresArtifactStore(dataSource);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.index.close();
  }
}
