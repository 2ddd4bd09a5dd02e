const KEY_BYTES = 32;

/** The fewest different bytes that 32 random ones have, but for one case in more than a billion. */
const DIFFERENT_BYTES = 16;

/** The key that a setting gives: 32 bytes in base64, in either alphabet. Null for anything else. */
export function readSecretKey(text: string): Buffer | null {
  const key = Buffer.from(text, 'base64');
  const written = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const isWhole = key.toString('base64').replace(/=+$/, '') === written;
  return isWhole && key.byteLength === KEY_BYTES ? key : null;
}

/** Whether a key has the bytes of a placeholder rather than those of chance. */
export function isWeakSecretKey(text: string): boolean {
  const key = readSecretKey(text);
  return key === null || new Set(key).size < DIFFERENT_BYTES || isPrintable(key);
}

/** A text of 32 characters that somebody made up. */
function isPrintable(key: Buffer): boolean {
  return key.every((byte) => byte >= 0x20 && byte < 0x7f);
}
