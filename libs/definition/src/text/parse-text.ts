import { LONE_SURROGATE } from '../lone-surrogate.js';
import type { Json } from '../json.js';
import { LIMITS } from '../limits.js';
import type { ProblemCode } from '../problem-codes.js';
import type { Problem } from '../problem.js';
import { utf8Bytes } from '../utf8-bytes.js';
import { decodeUtf8 } from './decode-utf8.js';
import { parseJson } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';
import { TextFault } from './text-fault.js';

export type ParsedText =
  | { readonly kind: 'parsed'; readonly value: Json; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * The text of a document, or the bytes of its file: JSON when it begins like JSON, else YAML. Bounds come
 * first, so that nothing hostile reaches a parser.
 */
export function parseText(given: string | Uint8Array): ParsedText {
  try {
    const text = checkedText(ArrayBuffer.isView(given) ? decodeUtf8(given) : given);
    const { value, duplicates } = JSON_BEGINS.test(text) ? parseJson(text) : parseYaml(text);
    return { kind: 'parsed', value, problems: duplicates.map(problemOf) };
  } catch (error) {
    if (!(error instanceof TextFault)) throw error;
    return { kind: 'refused', problems: [problemOf(error)] };
  }
}

/** `{name: value}` without quotes is YAML. */
const JSON_BEGINS = /^\s*(?:\[|\{\s*(?:["}]|$))/;

function problemOf({ code, message, path, start, end }: TextFault): Problem {
  const span = start === null ? {} : { span: { start, end: end ?? start } };
  return { code, severity: 'error', message, path, ...span };
}

function checkedText(given: string): string {
  if (typeof given !== 'string') throw new TextFault('TEXT_ENCODING', 'A definition must be a text.');
  if (given.length > LIMITS.textBytes || utf8Bytes(given) > LIMITS.textBytes) {
    throw new TextFault('TEXT_TOO_LONG', 'A definition must not be longer than 1 MiB.');
  }
  const text = given.startsWith('\uFEFF') ? ` ${given.slice(1)}` : given;
  if (text.trim() === '') throw new TextFault('TEXT_EMPTY', 'There is nothing here.');
  const wrong = /[\0\x01-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|^\uFFFD\uFFFD/.exec(text);
  if (wrong !== null) throw notText(`holds a character that no text has`, wrong.index);
  if (LONE_SURROGATE.test(text)) throw notText('holds half a character', 0);
  return text;
}

function notText(what: string, start: number): TextFault {
  const code: ProblemCode = 'TEXT_ENCODING';
  return new TextFault(code, `The text ${what}; save it as UTF-8.`, { start, end: start + 1 });
}
