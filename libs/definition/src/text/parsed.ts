import type { Json } from '../json.js';
import type { TextFault } from './text-fault.js';

/** What a text holds. Of a name that stands twice in one object, the first counts and the others are faults. */
export interface Parsed {
  readonly value: Json;
  readonly duplicates: readonly TextFault[];
}
