import type { Json, JsonObject } from '#definition';
import { IsolationError, runIsolated } from '../isolation/run-isolated.js';
import { StepFailure } from '../step-failure.js';

/** What a value has wrong, each with its place as a JSON Pointer. */
export type SchemaError = { readonly path: string; readonly message: string };

export interface SchemaTask {
  readonly schema: JsonObject;
  readonly value: Json;
}

const WORKER = new URL('./schema-worker.js', import.meta.url);
const LARGEST_SCHEMA = 256 * 1024;
const LARGEST_VALUE = 8 * 1024 * 1024;
const LIMITS = { timeoutMs: 10_000, heapMb: 256, maximumGrowthMb: 1024 };

/**
 * Checks a value against a JSON Schema (draft 2020-12, nothing fetched). Runs in a thread that is stopped when a
 * schema's patterns or a deep value take too long. Throws BAD_INPUT for a schema that is none, or too much work.
 */
export async function checkSchema(task: SchemaTask, signal: AbortSignal): Promise<readonly SchemaError[]> {
  refuseLarger(task.schema, LARGEST_SCHEMA, 'schema');
  refuseLarger(task.value, LARGEST_VALUE, 'value');
  const answer = await runIsolated<readonly SchemaError[]>(WORKER, task, LIMITS, signal).catch(
    (error: unknown) => {
      if (!(error instanceof IsolationError)) throw error;
      throw new StepFailure('BAD_INPUT', `Checking against the schema was stopped. ${error.message}`, false);
    },
  );
  if (answer.kind === 'failed') throw new StepFailure(answer.code, answer.message, false);
  return answer.result;
}

function refuseLarger(value: Json, limit: number, what: string): void {
  if (JSON.stringify(value).length > limit) {
    throw new StepFailure('BAD_INPUT', `The ${what} is larger than ${limit} characters.`, false);
  }
}
