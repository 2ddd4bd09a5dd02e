import { findDelimiter } from '../csv/delimiter.js';
import { sourceMediaType } from '../source/languages.js';
import type { SupportedMediaType } from '../supported-formats.js';

const MARKDOWN_NAME = /\.(md|markdown|mdown|mkd)$/i;
const TABLE_NAME = /\.(csv|tsv|tab)$/i;
const TEXT_NAME = /\.(txt|text|log)$/i;

/** Beyond this, JSON is told by its first character and name instead of being parsed twice. */
const JSON_PROBE = 5_000_000;

/**
 * Which text format a text is in. What can be told from the content is; Markdown, tables and plain text can
 * look alike, so between those three and source code the name has a say.
 */
export function textMediaType(text: string, name: string): SupportedMediaType {
  const start = text.slice(0, 4096).trimStart();
  if (isHtml(start, text)) return 'text/html';
  if (/^<\?xml\s/i.test(start)) return 'application/xml';
  if (isJson(text, start, name)) return 'application/json';

  const delimiter = findDelimiter(text);
  const table: SupportedMediaType = delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv';
  if (MARKDOWN_NAME.test(name)) return 'text/markdown';
  if (TABLE_NAME.test(name)) return table;
  const source = sourceMediaType(name);
  if (source !== null) return source;
  if (TEXT_NAME.test(name)) return 'text/plain';
  if (looksLikeMarkdown(text)) return 'text/markdown';
  return delimiter === null ? 'text/plain' : table;
}

function isHtml(start: string, text: string): boolean {
  const body = start.replace(/^(<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/i, '');
  return (
    /^<!doctype\s+html/i.test(body) ||
    /^<(html|head|body)[\s>]/i.test(body) ||
    (/^<(script|style|link|meta)[\s>]/i.test(body) && /^\s*<(html|body)[\s>]/im.test(text)) ||
    (/^<(div|p|h[1-6]|table|title|meta|article|section|main|ul|ol)[\s>]/i.test(body) && /<\/\w+>/.test(body))
  );
}

function isJson(text: string, start: string, name: string): boolean {
  if (!/^[[{]/.test(start)) return false;
  if (text.length > JSON_PROBE) return /\.json$/i.test(name);
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Two different kinds of Markdown's own marks within the first part of the text. */
function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const marks = [
    /^#{1,6} \S/m,
    /^[*-] \S.*\n[*-] \S/m,
    /^```/m,
    /\[[^\]\n]+\]\((https?:|\/|#|\.)[^)\n]*\)/,
    /\*\*[^*\n]+\*\*/,
    /^\|.+\|\n\|[\s:|-]+\|$/m,
    /^> \S/m,
  ];
  return marks.filter((mark) => mark.test(sample)).length >= 2;
}
