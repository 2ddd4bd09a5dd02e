import type { Json, Reference } from '#definition/plan';

/** What a simulation sees of the world outside, and how far it goes. */
export interface Surroundings {
  /** The items of a list that stands outside; one that is not known counts as empty. */
  readonly list?: (reference: Reference) => readonly Json[] | null;
  /** Records, or little more: an execution that would have many more is left where it is then. */
  readonly mostRecords?: number;
}
