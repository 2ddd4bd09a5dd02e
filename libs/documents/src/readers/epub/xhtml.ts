import { parseDocument } from '../html/dom.js';
import type { HtmlDocument } from '../html/dom.js';

const VOID = 'area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr';
const SELF_CLOSED = new RegExp(`<(?!(?:${VOID})\\b)([a-z][\\w:-]*)((?:\\s[^<>]*)?)/>`, 'gi');

/** Parses XHTML as HTML, to which an element that closes itself, such as `<title/>`, would stay open. */
export function parseXhtml(text: string): HtmlDocument {
  return parseDocument(text.replace(SELF_CLOSED, '<$1$2></$1>'));
}
