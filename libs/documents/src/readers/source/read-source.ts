import { DocumentError } from '../../document-error.js';
import type { Block, Extraction } from '../../ports.js';
import { sectionsOf } from './declarations.js';
import { languageOf } from './languages.js';
import type { SourceMediaType } from './languages.js';

const LONGEST_HEADING = 120;

/**
 * Source code as it is written: a block for each declaration at the outermost level, under its first line as
 * heading, with the comments above it.
 */
export function readSource(text: string, mediaType: SourceMediaType, maximumCharacters: number): Extraction {
  const code = text.trimEnd();
  if (code === '') throw new DocumentError('DOCUMENT_EMPTY', 'The document holds no text.');
  if (code.length > maximumCharacters) {
    throw new DocumentError(
      'DOCUMENT_LIMIT',
      `The document holds more than ${maximumCharacters} characters of text.`,
    );
  }
  const lines = code.split('\n');
  const offsets = lineOffsets(lines);
  const sections = sectionsOf(lines, languageOf(mediaType));
  const blocks = sections.flatMap(({ start, declaration }, index): Block[] => {
    const end = offsets[sections[index + 1]?.start ?? lines.length] ?? code.length;
    const heading = declaration === null ? [] : [headingOf(lines[declaration] ?? '')];
    return blockOf(code, offsets[start] ?? code.length, end, heading);
  });
  return { mediaType, title: null, pageCount: null, text: code, blocks, warnings: [] };
}

/** The slice without the empty lines around it; none when nothing is left. */
function blockOf(code: string, from: number, to: number, headingPath: readonly string[]): Block[] {
  const slice = code.slice(from, to);
  const blank = slice.length - slice.trimStart().length;
  const start = from + slice.slice(0, blank).lastIndexOf('\n') + 1;
  const end = from + slice.trimEnd().length;
  if (end <= start) return [];
  return [{ kind: 'code', text: code.slice(start, end), page: null, start, end, headingPath }];
}

function headingOf(line: string): string {
  const whole = line.trim();
  const heading = /[{:(]$/.test(whole) ? whole.slice(0, -1).trimEnd() : whole;
  return heading.length <= LONGEST_HEADING ? heading : `${heading.slice(0, LONGEST_HEADING)}…`;
}

/** Where each line starts. */
function lineOffsets(lines: readonly string[]): readonly number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
}
