import { LIMITS } from '../limits.js';
import { utf8Bytes } from '../utf8-bytes.js';
import { LineIndex } from './line-index.js';
import { TextFault } from './text-fault.js';

/** The text of bytes that are UTF-8; anything else is refused with the place of the first wrong byte. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.textBytes) {
    throw new TextFault('TEXT_TOO_LONG', 'A definition must not be longer than 1 MiB.');
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    throw new TextFault('TEXT_ENCODING', 'This is UTF-16; save it as UTF-8.', { start: 0, end: 1 });
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const wrong = wrongCharacter(text, bytes);
  if (wrong === null) return text;
  const place = new LineIndex(text).place(wrong);
  const message = `What stands at ${place} is not UTF-8; save the file as UTF-8.`;
  throw new TextFault('TEXT_ENCODING', message, { start: wrong, end: wrong + 1 });
}

function startsWith(bytes: Uint8Array, ...first: readonly number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte);
}

const REPLACEMENT = '\uFFFD';

/** Where a replacement character stands for wrong bytes; a file may also hold real ones. */
function wrongCharacter(text: string, bytes: Uint8Array): number | null {
  let at = 0;
  let offset = 0;
  for (;;) {
    const next = text.indexOf(REPLACEMENT, at);
    if (next < 0) return null;
    offset += utf8Bytes(text.slice(at, next));
    if (!startsWith(bytes.subarray(offset), 0xef, 0xbf, 0xbd)) return next;
    offset += 3;
    at = next + 1;
  }
}
