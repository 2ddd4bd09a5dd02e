import { Readability, isProbablyReaderable } from '@mozilla/readability';
import { parseDocument } from './dom.js';
import type { HtmlDocument, HtmlElement } from './dom.js';
import { inlineText } from './inline-text.js';
import { isVisible } from './visible.js';

/** Parts of a page that are around its content. */
export const AROUND_CONTENT: ReadonlySet<string> = new Set(['NAV', 'FOOTER', 'ASIDE', 'DIALOG', 'BUTTON']);

/** An article shorter than this share of the page's prose has lost content: then the whole page is read. */
const SMALLEST_SHARE = 0.5;
const PROSE = new Set(['P', 'LI', 'TD', 'TH', 'DD', 'DT', 'PRE', 'H1', 'H2', 'H3', 'H4', 'BLOCKQUOTE']);

/** The main content of a page as Readability finds it, or null when that is not most of what the page says. */
export function findArticle(html: string): { readonly body: HtmlElement; readonly title: string } | null {
  // Readability takes the document apart, so it gets one of its own; it asks for the type of a browser's.
  const page = parseDocument(html) as never;
  if (!isProbablyReaderable(page)) return null;
  const article = new Readability(page).parse();
  if (!article?.content) return null;
  const { body } = parseDocument(article.content);
  const whole = parseDocument(html);
  if (inlineText(body).length < proseLength(whole) * SMALLEST_SHARE) return null;
  return { body, title: article.title ?? '' };
}

/** Characters of text in elements that hold prose and are not mostly links. */
function proseLength(document: HtmlDocument): number {
  let total = 0;
  const visit = (element: HtmlElement): void => {
    const name = element.nodeName.toUpperCase();
    if (!isVisible(element) || AROUND_CONTENT.has(name)) return;
    if (!PROSE.has(name) || element.querySelector('p, li, td, blockquote, pre') !== null) {
      for (const child of element.children) visit(child);
      return;
    }
    const text = inlineText(element).length;
    const linked = [...element.querySelectorAll('a')].reduce((sum, link) => sum + inlineText(link).length, 0);
    if (linked < text / 2) total += text;
  };
  visit(document.body);
  return total;
}
