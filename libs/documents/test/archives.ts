import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns="x" xmlns:a="a" xmlns:p="p" xmlns:m="m" xmlns:r="r" xmlns:text="t" xmlns:table="b" xmlns:office="o" ' +
  'xmlns:style="s" xmlns:dc="d" xmlns:manifest="mf" xmlns:draw="dr" xmlns:dgm="dg" xmlns:mc="mc"';

/** An archive of parts given as text. */
export function archiveOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** An XML part whose root declares the prefixes that the tests use. */
export function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${root} ${NAMESPACES}>${content}</${root.split(' ')[0] ?? ''}>`;
}

/** A part of links, by id: the last word of their type, and where they lead. */
export function links(entries: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const items = Object.entries(entries).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`,
  );
  return xml('Relationships', items.join(''));
}

interface WorkbookSheet {
  readonly name?: string;
  readonly state?: string;
  /** What stands within the worksheet. */
  readonly content: string;
}

/** A workbook of sheets; `parts` adds others or puts them in place of those made here. */
export function workbookOf(
  sheets: readonly WorkbookSheet[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const tabs = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  const targets = sheets.map((_sheet, index): [string, readonly [string, string]] => [
    `rId${index + 1}`,
    ['worksheet', `worksheets/sheet${index + 1}.xml`],
  ]);
  const worksheets = sheets.map(({ content }, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    xml('worksheet', content),
  ]);
  return archiveOf({
    '[Content_Types].xml': xml('Types', ''),
    '_rels/.rels': links({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': xml('workbook', `<sheets>${tabs.join('')}</sheets>`),
    'xl/_rels/workbook.xml.rels': links({
      ...Object.fromEntries(targets),
      strings: ['sharedStrings', 'sharedStrings.xml'],
      styles: ['styles', '/xl/styles.xml'],
    }),
    'xl/sharedStrings.xml': xml('sst', ''),
    'xl/styles.xml': xml('styleSheet', ''),
    ...Object.fromEntries(worksheets),
    ...parts,
  });
}

/** A presentation whose slides are given as what stands within their shape trees. */
export function presentationOf(
  slides: readonly string[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const ids = slides.map((_slide, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 1}"/>`);
  const targets = slides.map((_slide, index): [string, readonly [string, string]] => [
    `rId${index + 1}`,
    ['slide', `slides/slide${index + 1}.xml`],
  ]);
  const slideParts = slides.map((shapes, index): [string, string] => [
    `ppt/slides/slide${index + 1}.xml`,
    slide(shapes),
  ]);
  return archiveOf({
    '[Content_Types].xml': xml('Types', ''),
    '_rels/.rels': links({ rId1: ['officeDocument', '/ppt/presentation.xml'] }),
    'ppt/presentation.xml': xml('p:presentation', `<p:sldIdLst>${ids.join('')}</p:sldIdLst>`),
    'ppt/_rels/presentation.xml.rels': links(Object.fromEntries(targets)),
    ...Object.fromEntries(slideParts),
    ...parts,
  });
}

export function slide(shapes: string, root = 'p:sld'): string {
  return xml(root, `<p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>`);
}

/** A text shape; `placeholder` says what for, such as `title`. */
export function shape(placeholder: string | null, paragraphs: readonly string[]): string {
  const use = placeholder === null ? '' : `<p:ph type="${placeholder}"/>`;
  const text = paragraphs.map((paragraph) => `<a:p><a:r><a:t>${paragraph}</a:t></a:r></a:p>`);
  return `<p:sp><p:nvSpPr><p:nvPr>${use}</p:nvPr></p:nvSpPr><p:txBody>${text.join('')}</p:txBody></p:sp>`;
}

/** An OpenDocument text of what stands within its body. */
export function openDocumentOf(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return archiveOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': xml(
      'office:document-content',
      `<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>` +
        `<office:body><office:text>${body}</office:text></office:body>`,
    ),
    ...parts,
  });
}

/** An e-book of chapters by file name, in reading order. */
export function bookOf(
  chapters: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(chapters);
  const items = names.map(
    (name, index) => `<item id="c${index}" href="${name}" media-type="application/xhtml+xml"/>`,
  );
  const order = names.map((_name, index) => `<itemref idref="c${index}"/>`);
  const pages = Object.entries(chapters).map(([name, body]): [string, string] => [
    `OPS/${name}`,
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${body}</body></html>`,
  ]);
  return archiveOf({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': xml('container', '<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles>'),
    'OPS/book.opf': xml(
      'package',
      `<metadata><dc:title>A Book</dc:title></metadata><manifest>${items.join('')}` +
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>' +
        `<spine>${order.join('')}</spine>`,
    ),
    'OPS/nav.xhtml': '<html><body><nav epub:type="toc"><ol></ol></nav></body></html>',
    ...Object.fromEntries(pages),
    ...parts,
  });
}
