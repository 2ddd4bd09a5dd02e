/** Bounds of a definition, checked before anything deeper runs. */
export const LIMITS = {
  /** Bytes of UTF-8. */
  textBytes: 1024 * 1024,
  nesting: 32,
  steps: 2_000,
  connections: 4_000,
  expressions: 500,
  /** Bytes of UTF-8. */
  expressionBytes: 4 * 1024,
  /** Bytes of UTF-8 of the longest path a step can have; Temporal takes ids of 1,000, row and attempt included. */
  pathBytes: 950,
  /** Bytes of JSON. */
  metadataBytes: 16 * 1024,
  /** Values (objects, lists and scalars together) in a parsed document. */
  values: 200_000,
} as const;
