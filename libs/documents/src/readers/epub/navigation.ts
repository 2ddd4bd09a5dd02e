import { decodeText } from '../detect/charset.js';
import { inlineText } from '../html/inline-text.js';
import { childAt, descendantsNamed, parseXml, textOf } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';
import { partOfLink } from './package.js';
import type { BookPackage } from './package.js';
import { parseXhtml } from './xhtml.js';

/** The titles that the navigation gives to parts; the first counts when it leads to several places in one. */
export function chapterTitles(
  navigation: BookPackage['navigation'],
  parts: Parts,
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const add = (part: string, title: string): void => {
    if (title !== '' && !titles.has(part)) titles.set(part, title);
  };
  if (navigation?.kind === 'ncx') {
    for (const point of descendantsNamed(parseXml(parts.get(navigation.part), navigation.part), 'navPoint')) {
      const label = childAt(point, 'navLabel', 'text');
      const link = childAt(point, 'content')?.attributes['src'];
      if (label && link) add(partOfLink(navigation.part, link), textOf(label).replace(/\s+/g, ' ').trim());
    }
  } else if (navigation?.kind === 'nav') {
    const page = parseXhtml(decodeText(parts.get(navigation.part)).text);
    const contents = [...page.querySelectorAll('nav')].find((nav) =>
      /\btoc\b/.test(nav.getAttribute('epub:type') ?? ''),
    );
    for (const link of contents?.querySelectorAll('a') ?? []) {
      add(partOfLink(navigation.part, link.getAttribute('href') ?? ''), inlineText(link));
    }
  }
  return titles;
}
