export type {
  ArtifactStore,
  Block,
  BlockKind,
  Chunk,
  ChunkSet,
  ChunkStore,
  DocumentSelection,
  DocumentStore,
  Extraction,
  Hit,
  ListedChunk,
  SearchFilter,
  SearchIndex,
  SearchScope,
  SecretStore,
  StoredChunk,
  StoredDocument,
  Stores,
} from './ports.js';
export type { StepContext, StepImplementation, StepRequest } from './step-implementation.js';
export { createStepImplementations } from './steps/create-step-implementations.js';
export type { OutsideSettings, StepImplementations } from './steps/create-step-implementations.js';
export { isSettableHeader } from './steps/http-request/request-parts.js';
export { listItems } from './steps/list-items.js';
export { DocumentError } from './document-error.js';
export type { DocumentErrorCode } from './document-error.js';
export { StepFailure } from './step-failure.js';
export { ProviderError } from './providers/provider-error.js';
export type { ProviderErrorCode } from './providers/provider-error.js';
export type { ProviderSettings } from './providers/provider-settings.js';
export { askIndex } from './ask-index.js';
export type { IndexQuestion } from './ask-index.js';
export { previewChunks } from './preview-chunks.js';
export type { ChunkPreview } from './preview-chunks.js';
export { searchPassages } from './search/search-passages.js';
export type { PassageSearch, QueryEmbedder, SearchMode } from './search/search-passages.js';
export type { Passage, PassagesArtifact } from './search/passage.js';
export { fuse } from './search/fusion.js';
export { extractiveAnswer } from './synthesis/extractive-answer.js';
export type { ExtractiveSettings } from './synthesis/extractive-answer.js';
export type { Answer, Citation } from './synthesis/answer.js';
export { chunkDocument } from './chunking/chunk-document.js';
export { chunkerName } from './chunking/chunk-settings.js';
export type { ChunkSettings } from './chunking/chunk-settings.js';
export { createGuardedClient } from './http/guarded-client.js';
export type { GuardedClient, OutboundRequest, OutboundResponse } from './http/guarded-client.js';
export { HttpError } from './http/http-error.js';
