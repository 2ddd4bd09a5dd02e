/** Neither true nor false: what depends on a value that is missing. */
export const UNKNOWN = Symbol('unknown');

export type Unknown = typeof UNKNOWN;
