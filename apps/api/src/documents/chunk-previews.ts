import { Injectable } from '@nestjs/common';
import { checkSettings, findStepType, jsonPointer } from '#definition';
import type { JsonObject } from '#definition';
import { DocumentError, previewChunks, StepFailure } from '#documents';
import { PostgresStores } from '#persistence';
import type { Document } from '#persistence';
import { ApiError } from '../errors/api-error.js';
import type { ChunkPreviewModel } from './chunk-preview.model.js';

/** Nobody waits longer for a preview. */
const TIMEOUT_MS = 60_000;

const NOTHING = { chunkCount: 0, tokenCount: 0, fewestTokens: 0, mostTokens: 0, chunks: [] };

/** How documents would be cut, for people who choose the settings. */
@Injectable()
export class ChunkPreviews {
  constructor(private readonly stores: PostgresStores) {}

  /** A document that cannot be read is an answer with an error. @throws ApiError BAD_INPUT */
  async of(document: Document, given: JsonObject, first: number): Promise<ChunkPreviewModel> {
    const configuration = checked(given);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const { chunks, ...totals } = await previewChunks(this.stores, document, configuration, first, signal);
      const copied = chunks.map((chunk) => ({ ...chunk, headingPath: [...chunk.headingPath] }));
      return { error: null, ...totals, chunks: copied };
    } catch (error) {
      if (error instanceof DocumentError) {
        return { ...NOTHING, error: { code: error.code, message: error.message } };
      }
      if (error instanceof StepFailure && error.code === 'BAD_INPUT') {
        throw new ApiError('BAD_INPUT', error.message, { path: '/configuration' });
      }
      if (signal.aborted)
        throw new ApiError('UNAVAILABLE', 'The preview took too long. Try a shorter document.');
      throw error;
    }
  }
}

/** @throws ApiError BAD_INPUT at the first setting that cannot be. */
function checked(given: JsonObject): JsonObject {
  const type = findStepType('chunking');
  if (type === null) throw new Error('The catalogue has no chunking step.');
  const { configuration, problems } = checkSettings(type, given);
  const [problem] = problems;
  if (problem === undefined) return configuration;
  const path = jsonPointer(['configuration', ...problem.path]);
  throw new ApiError('BAD_INPUT', `"${problem.path.join('.')}": ${problem.message}`, { path });
}
