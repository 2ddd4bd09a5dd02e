/** Work of one execution that may be unanswered at once; more waits in definition order. */
export const MAXIMUM_IN_FLIGHT = 100;

/** Sub-workflows of one execution that may run at once; more wait in definition order. */
export const MAXIMUM_CHILDREN = 100;

/** Rounds and regions that may be live at once; a loop that has one begins no more above it. */
export const MAXIMUM_LIVE_SCOPES = 1_000;

/** Steps started in one go before a loop yields, so that no workflow task takes long. */
export const MAXIMUM_STEPS_AT_ONCE = 2_000;

/** Rounds of one loop. */
export const MAXIMUM_ROUNDS = 1_000_000;

/** Items read at once from a list that stands outside. */
export const ITEMS_PAGE = 200;

/** The facts of one step, in bytes of JSON: they stand in history and in the state. */
export const MAXIMUM_FACTS_BYTES = 64 * 1024;

/** Results of a loop above this leave the facts for the artifact store. Bytes of JSON. */
export const MAXIMUM_INLINE_RESULTS_BYTES = 32 * 1024;

/** Results of one loop in all: they stand in the state until it ends. Bytes of JSON. */
export const MAXIMUM_RESULTS_BYTES = 8 * 1024 * 1024;

/** The settings of one work step with its templates filled in, in bytes of JSON. */
export const MAXIMUM_CONFIGURATION_BYTES = 64 * 1024;

/** What somebody may send along with a control, in bytes of JSON. */
export const MAXIMUM_PAYLOAD_BYTES = 64 * 1024;

/** How deep facts and settings may nest. */
export const MAXIMUM_DEPTH = 64;
