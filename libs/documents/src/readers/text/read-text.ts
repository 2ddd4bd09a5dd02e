import type { Extraction } from '../../ports.js';
import type { SupportedMediaType } from '../supported-formats.js';
import { TextBuilder } from '../text-builder.js';
import { textHeading } from './text-heading.js';
import { unwrapLines } from './unwrap-lines.js';

const LIST_ITEM = /^\s*([-*•–]|\d{1,3}[.)]|[a-z][.)])\s+\S/;

/** Plain text: paragraphs at empty lines, hard-wrapped lines joined, underlined and all-capitals lines as headings. */
export function readText(text: string, mediaType: SupportedMediaType, maximumCharacters: number): Extraction {
  const builder = new TextBuilder(maximumCharacters);
  for (const paragraph of text.split(/\n[^\S\n]*\n\s*/)) {
    const heading = textHeading(paragraph);
    const body = heading === null ? paragraph : heading.rest;
    if (heading !== null) builder.heading(heading.level, heading.text);
    for (const line of unwrapLines(body)) {
      builder.add(LIST_ITEM.test(line) ? 'list-item' : 'paragraph', line);
    }
  }
  return builder.finish({ mediaType, title: null, pageCount: null, warnings: [] });
}
