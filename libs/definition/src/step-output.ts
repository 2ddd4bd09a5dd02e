import type { JsonObject } from './json.js';

/** Points at an output too big for history, kept in the artifact store (or at rows, for documents and chunks). */
export interface Reference {
  readonly $ref: string;
  /** What it points at: `documents`, `chunks`, `embeddings`, `passages`, `answer`, `json`. */
  readonly kind: string;
  readonly count: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a step gives when it succeeds: small typed facts inline, big outputs by reference. */
export interface StepOutput {
  readonly facts: JsonObject;
  /** By output name: `documents`, `chunks`, `embeddings`, `passages`, `answer_document`. */
  readonly references: Readonly<Record<string, Reference>>;
}

/**
 * What a step gets along its live connections, by kind, each list in definition order.
 * A step hands on what it got, except the kinds it gives itself: so a validation after a
 * search still sees the passages.
 */
export type IncomingReferences = Readonly<Record<string, readonly Reference[]>>;
