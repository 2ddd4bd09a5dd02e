import { LONE_SURROGATE } from '../lone-surrogate.js';
import type { Json } from '../json.js';
import { LIMITS } from '../limits.js';
import type { ProblemCode } from '../problem-codes.js';
import type { Problem } from '../problem.js';
import { parseJson } from './parse-json.js';
import { parseYaml } from './parse-yaml.js';
import { TextFault } from './text-fault.js';

export type ParsedText =
  | { readonly kind: 'parsed'; readonly value: Json }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** JSON when it begins like JSON, else YAML. Bounds come first, so that nothing hostile reaches a parser. */
export function parseText(given: string): ParsedText {
  try {
    const text = checkedText(given);
    return { kind: 'parsed', value: /^\s*[[{]/.test(text) ? parseJson(text) : parseYaml(text) };
  } catch (error) {
    if (!(error instanceof TextFault)) throw error;
    const { code, message, path, start, end } = error;
    const span = start === null ? {} : { span: { start, end: end ?? start } };
    return { kind: 'refused', problems: [{ code, severity: 'error', message, path, ...span }] };
  }
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

function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
