import type { Extraction } from '../../ports.js';
import { TextBuilder } from '../text-builder.js';
import { AROUND_CONTENT, findArticle } from './article.js';
import { parseDocument } from './dom.js';
import { collapse } from './inline-text.js';
import { addBlocks } from './walk-blocks.js';

/** A web page: its article without the menus around it, or all of it when there is no article to be found. */
export function readHtml(html: string, maximumCharacters: number): Extraction {
  const page = parseDocument(html);
  const title = collapse(page.querySelector('title')?.textContent ?? '');
  const article = findArticle(html);
  const builder = new TextBuilder(maximumCharacters);
  if (article !== null) {
    // Readability takes the heading that repeats the title out of the article.
    if (!startsWithHeading(article.body)) builder.heading(1, article.title);
    addBlocks(article.body, builder);
  }
  if (builder.isEmpty) addBlocks(page.body, builder, AROUND_CONTENT);
  if (builder.isEmpty) addBlocks(page.body, builder);
  return builder.finish({
    mediaType: 'text/html',
    title: title === '' ? null : title,
    pageCount: null,
    warnings: [],
  });
}

function startsWithHeading(body: { querySelector(selector: string): unknown }): boolean {
  return body.querySelector('h1') !== null;
}
