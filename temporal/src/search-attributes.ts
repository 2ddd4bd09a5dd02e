import type { Connection } from '@temporalio/client';
import { SEARCH_ATTRIBUTES } from './names.js';

/** The server's numbers for the two types we use (temporal.api.enums.v1.IndexedValueType). */
const INDEXED_VALUE_TYPES = { Keyword: 2, Int: 3 } as const;

/**
 * Registers on the namespace those of our search attributes it does not have. Safe to call from
 * every process at boot. Throws the server's gRPC error when it refuses or cannot be reached.
 */
export async function registerSearchAttributes(
  { operatorService }: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<void> {
  const known = await operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !(name in known.customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(
    missing.map(([name, type]) => [name, INDEXED_VALUE_TYPES[type]]),
  );
  try {
    await operatorService.addSearchAttributes({ namespace, searchAttributes });
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  }
}

/** Another process registered them between our look and our write; gRPC code ALREADY_EXISTS. */
function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 6;
}
