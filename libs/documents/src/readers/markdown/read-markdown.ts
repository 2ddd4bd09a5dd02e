import { marked } from 'marked';
import type { Token, Tokens } from 'marked';
import type { Extraction } from '../../ports.js';
import { parseDocument } from '../html/dom.js';
import { addBlocks } from '../html/walk-blocks.js';
import { rowText } from '../row-text.js';
import { TextBuilder } from '../text-builder.js';
import { splitFrontMatter } from './front-matter.js';
import { plainText } from './plain-text.js';

/** Markdown (GitHub flavour) as the text a reader would see, under the headings it stands under. */
export function readMarkdown(text: string, maximumCharacters: number): Extraction {
  const { title, body } = splitFrontMatter(text);
  const builder = new TextBuilder(maximumCharacters);
  const tokens = marked.lexer(body, { gfm: true });
  for (const token of tokens) addToken(token, builder, 'paragraph');
  const first = tokens.find((token) => token.type === 'heading') as Tokens.Heading | undefined;
  return builder.finish({
    mediaType: 'text/markdown',
    title: title ?? (first?.depth === 1 ? oneLine(plainText(first.tokens)) : null),
    pageCount: null,
    warnings: [],
  });
}

function addToken(token: Token, builder: TextBuilder, kind: 'paragraph' | 'list-item' | 'quote'): void {
  switch (token.type) {
    case 'heading':
      builder.heading((token as Tokens.Heading).depth, oneLine(plainText(token.tokens)));
      return;
    case 'paragraph':
    case 'text':
      for (const line of plainText(token.tokens ?? [token]).split(/ {2,}\n/))
        builder.add(kind, oneLine(line));
      return;
    case 'code':
      builder.add('code', (token as Tokens.Code).text);
      return;
    case 'blockquote':
      for (const inner of token.tokens ?? []) addToken(inner, builder, 'quote');
      return;
    case 'list':
      for (const item of (token as Tokens.List).items) {
        for (const inner of item.tokens) addToken(inner, builder, 'list-item');
      }
      return;
    case 'table':
      addTable(token as Tokens.Table, builder);
      return;
    case 'html':
      addBlocks(parseDocument(token.raw).body, builder);
  }
}

function addTable(table: Tokens.Table, builder: TextBuilder): void {
  const text = (cell: Tokens.TableCell): string => oneLine(plainText(cell.tokens));
  const header = table.header.map(text);
  if (table.rows.length === 0) builder.add('table-row', rowText(header, null));
  for (const row of table.rows) builder.add('table-row', rowText(row.map(text), header));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
