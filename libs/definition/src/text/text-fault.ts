import { jsonPointer } from '../json-pointer.js';
import type { ProblemCode } from '../problem-codes.js';

/** Why a text is no document; caught where texts are parsed and returned as a problem. */
export class TextFault extends Error {
  readonly path: string;
  readonly start: number | null;
  readonly end: number | null;

  constructor(
    readonly code: ProblemCode,
    message: string,
    place: {
      readonly path?: readonly (string | number)[];
      readonly start?: number;
      readonly end?: number;
    } = {},
  ) {
    super(message);
    this.name = 'TextFault';
    this.path = jsonPointer(place.path ?? []);
    this.start = place.start ?? null;
    this.end = place.end ?? null;
  }
}
