/** A piece of RTF's syntax (RTF specification 1.9.1, "Contents of an RTF File"). */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word: `\par`, `\u8364`. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  /** A control symbol: `\~`, `\*`. */
  | { readonly kind: 'symbol'; readonly name: string }
  /** Characters as bytes of a code page, plain or as `\'e9`. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const MINUS = 0x2d;
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 11;

/** Cuts RTF into its pieces, one after the other; bytes of pictures (`\bin`) are passed over. */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === OPEN || byte === CLOSE) {
      at += 1;
      yield { kind: byte === OPEN ? 'open' : 'close' };
    } else if (byte === BACKSLASH) {
      const { token, next } = control(bytes, at + 1);
      at = next;
      if (token.kind === 'word' && token.name === 'bin') at += Math.max(0, token.value ?? 0);
      else yield token;
    } else {
      const end = endOfText(bytes, at);
      // Line ends say nothing: paragraphs end with a control word.
      const text = bytes.subarray(at, end).filter((character) => character !== 10 && character !== 13);
      at = end;
      if (text.length > 0) yield { kind: 'bytes', bytes: text };
    }
  }
}

function isSyntax(byte: number | undefined): boolean {
  return byte === BACKSLASH || byte === OPEN || byte === CLOSE;
}

function endOfText(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length && !isSyntax(bytes[end])) end += 1;
  return end;
}

/** What follows a backslash, and where it ends. */
function control(bytes: Uint8Array, at: number): { readonly token: Token; readonly next: number } {
  let end = at;
  while (end < at + LONGEST_WORD && isLetter(bytes[end])) end += 1;
  if (end === at) return controlSymbol(bytes, at);

  const name = latin1(bytes, at, end);
  const digits = end;
  if (bytes[end] === MINUS && isDigit(bytes[end + 1])) end += 1;
  while (end < digits + LONGEST_NUMBER && isDigit(bytes[end])) end += 1;
  const value = end === digits ? null : Number(latin1(bytes, digits, end));
  return { token: { kind: 'word', name, value }, next: bytes[end] === SPACE ? end + 1 : end };
}

function controlSymbol(bytes: Uint8Array, at: number): { readonly token: Token; readonly next: number } {
  const hex = latin1(bytes, at + 1, at + 3);
  if (bytes[at] === APOSTROPHE && /^[0-9a-f]{2}$/i.test(hex)) {
    return { token: { kind: 'bytes', bytes: Uint8Array.of(parseInt(hex, 16)) }, next: at + 3 };
  }
  return { token: { kind: 'symbol', name: latin1(bytes, at, at + 1) }, next: at + 1 };
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
