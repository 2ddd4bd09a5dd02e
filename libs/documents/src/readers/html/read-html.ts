import type { Extraction } from '../../ports.js';
import { TextBuilder } from '../text-builder.js';
import { AROUND_CONTENT, findArticle } from './article.js';
import { parseDocument } from './dom.js';
import type { HtmlDocument } from './dom.js';
import { collapse, inlineText } from './inline-text.js';
import { addBlocks } from './walk-blocks.js';

/** A web page: its article without the menus around it, or all of it when there is no article to be found. */
export function readHtml(html: string, maximumCharacters: number): Extraction {
  const page = parseDocument(html);
  const title = collapse(page.querySelector('title')?.textContent ?? '');
  const article = findArticle(html);
  const builder = new TextBuilder(maximumCharacters);
  if (article !== null) {
    // Readability takes the heading that repeats the title out of the article.
    if (article.body.querySelector('h1') === null) builder.heading(1, mainHeading(page) ?? article.title);
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

/** The page's one main heading; of several, none is. */
function mainHeading(page: HtmlDocument): string | null {
  const [first, second] = page.querySelectorAll('h1');
  return first && !second ? inlineText(first) : null;
}
