/** Work commands of one execution that may be unanswered at once; more wait in definition order. */
export const MAXIMUM_IN_FLIGHT = 100;

/** The facts of one step, in bytes of JSON: they stand in history and in the state. */
export const MAXIMUM_FACTS_BYTES = 64 * 1024;

/** The settings of one work step with its templates filled in, in bytes of JSON. */
export const MAXIMUM_CONFIGURATION_BYTES = 64 * 1024;

/** How deep facts and settings may nest. */
export const MAXIMUM_DEPTH = 64;
