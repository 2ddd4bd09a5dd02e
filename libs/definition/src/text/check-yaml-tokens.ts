import { CST, Lexer } from 'yaml';
import { LIMITS } from '../limits.js';
import { LineIndex } from './line-index.js';
import { TextFault } from './text-fault.js';

/** The parser takes about 10 microseconds for each; the biggest workflow, written out, has some 170,000. */
const MOST_TOKENS = 300_000;

/** Tokens that the lexer adds: they stand for nothing in the text. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Bounds, and what is never allowed, from the tokens alone: the parser behind is slow for deep and
 * broken documents, so it never sees them.
 */
export function checkYamlTokens(text: string): void {
  const state = { brackets: 0, indicators: 0, documents: 0, tokens: 0 };
  let at = 0;
  let content = false;
  for (const token of new Lexer().lex(text)) {
    // What follows a scalar mark is the scalar itself, whatever it looks like.
    if (!content) count(state, token, text, at);
    content = token === '\u001f';
    if (!MARKS.has(token)) at += token.length;
  }
}

interface Counts {
  brackets: number;
  indicators: number;
  documents: number;
  tokens: number;
}

function count(counts: Counts, token: string, text: string, at: number): void {
  const type = CST.tokenType(token);
  switch (type) {
    case 'space':
      return;
    case 'newline':
      counts.indicators = 0;
      break;
    case 'flow-map-start':
    case 'flow-seq-start':
      counts.brackets += 1;
      break;
    case 'flow-map-end':
    case 'flow-seq-end':
      counts.brackets -= 1;
      break;
    case 'seq-item-ind':
    case 'explicit-key-ind':
      counts.indicators += 1;
      break;
    case 'alias':
      throw refused('An alias (*) is not allowed', text, at, token.length);
    case 'anchor':
      throw refused('An anchor (&) is not allowed', text, at, token.length);
    case 'tag':
      throw refused('A tag (!) is not allowed', text, at, token.length);
    case 'doc-start':
      counts.documents += 1;
      if (counts.documents > 1)
        throw refused('A file holds one document, not several', text, at, token.length);
      break;
    default:
      break;
  }
  counts.tokens += 1;
  if (counts.brackets > LIMITS.nesting || counts.indicators > LIMITS.nesting) {
    const message = `Values are nested more than ${LIMITS.nesting} levels deep.`;
    throw new TextFault('TOO_DEEP', message, { start: at, end: at + 1 });
  }
  if (counts.tokens > MOST_TOKENS) {
    const message = 'This document holds too many values for YAML; write it as JSON.';
    throw new TextFault('TOO_MANY_VALUES', message, { start: at, end: at + 1 });
  }
}

function refused(what: string, text: string, start: number, length: number): TextFault {
  const message = `${what} (${new LineIndex(text).place(start)}).`;
  return new TextFault('YAML_NOT_ALLOWED', message, { start, end: start + length });
}
