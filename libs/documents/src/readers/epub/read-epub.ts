import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import { decodeText } from '../detect/charset.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import type { HtmlElement } from '../html/dom.js';
import { inlineText } from '../html/inline-text.js';
import { addBlocks } from '../html/walk-blocks.js';
import { TextBuilder } from '../text-builder.js';
import { unpackParts } from '../zip/unpack-parts.js';
import type { Parts } from '../zip/unpack-parts.js';
import { chapterTitles } from './navigation.js';
import { readPackage } from './package.js';
import { refuseProtected } from './protection.js';
import { parseXhtml } from './xhtml.js';

const MEDIA_TYPE = 'application/epub+zip';

/** Pictures, fonts, styles, sound and scripts are never unpacked. */
const NEEDED =
  /(?<!\.(jpe?g|png|gif|svg|webp|bmp|css|js|otf|ttf|woff2?|mp[34]|m4[av]|og[gv]|webm|smil|pdf|xpgt))$/i;
const NAVIGATION: ReadonlySet<string> = new Set(['NAV']);

/**
 * An e-book: its chapters in reading order. Blocks have no page, since the text of an e-book has none that its
 * readers would share; a chapter's heading says where a block is.
 */
export function readEpub(bytes: Uint8Array, limits: ExtractionLimits): Extraction {
  const parts = unpackParts(bytes, NEEDED, limits);
  const { title, spine, navigation } = readPackage(parts);
  if (spine.length > limits.maximumPages) {
    throw new DocumentError(
      'DOCUMENT_LIMIT',
      `The e-book has ${spine.length} chapters; the limit is ${limits.maximumPages}.`,
    );
  }
  refuseProtected(parts, spine);
  const { titles, warnings } = readTitles(navigation, parts);
  const chapters = spine.map((part) => decodeText(parts.get(part)).text);
  const top = Math.min(6, ...chapters.flatMap(headingLevels));
  const builder = new TextBuilder(limits.maximumCharacters);
  chapters.forEach((text, index) => {
    const { body } = parseXhtml(text);
    const chapterTitle = titles.get(spine[index] ?? '');
    if (chapterTitle !== undefined && lacksTitle(body, chapterTitle, top)) builder.heading(top, chapterTitle);
    addBlocks(body, builder, NAVIGATION);
  });
  return builder.finish({ mediaType: MEDIA_TYPE, title, pageCount: null, warnings });
}

/** A chapter with text but neither a heading as high as the book has any, nor one that says its title. */
function lacksTitle(body: HtmlElement, title: string, top: number): boolean {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const titled = headings.some(
    (heading) =>
      heading.nodeName.toUpperCase() === `H${top}` ||
      inlineText(heading).toLowerCase() === title.toLowerCase(),
  );
  return !titled && inlineText(body) !== '';
}

function headingLevels(xhtml: string): number[] {
  return [...new Set(xhtml.match(/<h[1-6](?=[\s>])/gi))].map((tag) => Number(tag.at(-1)));
}

/** A book whose navigation is damaged is read without the titles it would give. */
function readTitles(
  navigation: ReturnType<typeof readPackage>['navigation'],
  parts: Parts,
): { readonly titles: ReadonlyMap<string, string>; readonly warnings: readonly string[] } {
  try {
    return { titles: chapterTitles(navigation, parts), warnings: [] };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return {
      titles: new Map(),
      warnings: ['The navigation of the e-book is damaged; chapters may lack titles.'],
    };
  }
}
