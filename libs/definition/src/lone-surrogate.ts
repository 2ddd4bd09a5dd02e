/** Half of a character: a text with one cannot be written as UTF-8. */
export const LONE_SURROGATE = /\p{Surrogate}/u;
