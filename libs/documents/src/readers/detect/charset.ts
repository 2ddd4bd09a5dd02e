import chardet from 'chardet';

/** Text with the encoding it was found in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const BYTE_ORDER_MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

const SAMPLE = 64 * 1024;
const FALLBACK = 'windows-1252';

/**
 * Decodes text of unknown encoding: a byte order mark decides, then whether it is valid UTF-8, then the zeros
 * of unmarked UTF-16, then what the text declares about itself (HTML, XML), then the statistics of chardet,
 * at last windows-1252. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = findEncoding(bytes);
  const text = encoding === FALLBACK ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
  return { text: text.replace(/\r\n?/g, '\n').replaceAll('\0', ''), encoding };
}

/** What windows-1252 has where latin1 has control characters, 0x80 to 0x9f (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252_HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node 20's own decoder takes windows-1252 for latin1. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(
    /[\u0080-\u009f]/g,
    (character) => WINDOWS_1252_HIGH[character.charCodeAt(0) - 0x80] ?? '',
  );
}

/** Whether a byte order mark says that this is text. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return BYTE_ORDER_MARKS.some(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
}

function findEncoding(bytes: Uint8Array): string {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked.encoding;
  const wide = unmarkedUtf16(bytes);
  if (wide) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return (
    supported(declared(bytes.subarray(0, SAMPLE))) ??
    supported(chardet.detect(foreignPart(bytes))) ??
    FALLBACK
  );
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Western text in UTF-16 has a zero in every second byte. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** Where letters beyond ASCII begin, with some text before them: nothing else says anything about the encoding. */
function foreignPart(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 1024);
  return bytes.subarray(start, start + SAMPLE);
}

/** `<meta charset>`, its older form, or an XML declaration. */
function declared(sample: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(sample);
  const found =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(start) ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(start);
  return found?.[1] ?? null;
}

function supported(label: string | null): string | null {
  if (label === null) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // What is not valid UTF-8 is not UTF-8, whatever it says.
    return encoding === 'utf-8' ? null : encoding;
  } catch {
    return null;
  }
}
