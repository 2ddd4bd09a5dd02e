import { canonicalJson, sha256Hex } from '#definition/plan';
import type { IncomingReferences, Json, JsonObject, Reference } from '#definition/plan';

/** All that the result of a step follows from. */
export interface WorkIdentity {
  readonly stepType: string;
  /** Settings with all templates filled in. */
  readonly configuration: JsonObject;
  readonly incoming: IncomingReferences;
  /** The documents chosen for the execution. */
  readonly documents: Reference | null;
}

/**
 * Raised for a step type when its code gives other results for the same input, so that results of the older code are
 * not taken over.
 */
const CODE_VERSIONS: Readonly<Record<string, number>> = { synthesis: 2 };

/** 128 bits: a rerun carries a key for each result. */
const KEY_LENGTH = 32;

/**
 * Names the work of a step: two with the same key give the same. References count by what they point at, so that
 * the same content stored twice is the same.
 */
export function workKey({ stepType, configuration, incoming, documents }: WorkIdentity): string {
  const references = Object.entries(incoming).map(([kind, list]) => [kind, list.map(named)] as const);
  const parts: JsonObject = {
    stepType,
    codeVersion: CODE_VERSIONS[stepType] ?? 1,
    configuration,
    incoming: Object.fromEntries(references),
    documents: documents === null ? null : named(documents),
  };
  return sha256Hex(canonicalJson(parts)).slice(0, KEY_LENGTH);
}

function named({ $ref, kind, sha256 }: Reference): Json {
  return { kind, content: sha256 === '' ? $ref : sha256 };
}
