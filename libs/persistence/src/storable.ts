/**
 * Postgres keeps neither NUL nor a surrogate without its pair. Both become U+FFFD, which is one
 * UTF-16 unit long as they are, so that offsets into the text stay right.
 */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

/** How many characters `storableText` would replace. */
export function countUnstorable(text: string): number {
  return text.match(UNSTORABLE)?.length ?? 0;
}

/** JSON text that `jsonb` takes, whatever strings are in the value. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  // JSON.stringify writes paired surrogates as they are, so an escaped one is always alone.
  return json.includes('\\u') ? json.replace(ESCAPE, replaceUnstorable) : json;
}

const UNSTORABLE = /\u0000|\p{Surrogate}/gu;

/** Every escape in turn: an escaped backslash before `u0000` is not an escaped NUL. */
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/gs;

function replaceUnstorable(escape: string): string {
  return /^\\u(?:0000|d[89a-f])/.test(escape) ? '\uFFFD' : escape;
}
