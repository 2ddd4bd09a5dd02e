import type { BlockKind } from '../../ports.js';
import { relationshipsOf } from '../opc/relationships.js';
import type { TextBuilder } from '../text-builder.js';
import { childAt, parseXml } from '../xml/element.js';
import type { XmlElement } from '../xml/element.js';
import type { Parts } from '../zip/unpack-parts.js';
import { diagramTexts } from './diagram.js';
import { lineOf, paragraphsOf } from './paragraphs.js';
import { placeholderType, shapesOf } from './shapes.js';
import { tableRows } from './table.js';

const TITLES: ReadonlySet<string | null> = new Set(['title', 'ctrTitle']);
const LISTS: ReadonlySet<string | null> = new Set(['body', 'obj']);
/** Said anew on every slide. */
const AROUND: ReadonlySet<string | null> = new Set(['dt', 'sldNum', 'hdr']);

/** Where a slide goes: its number, and the footers that earlier slides already had. */
export interface SlideContext {
  readonly builder: TextBuilder;
  readonly page: number;
  readonly footers: Set<string>;
}

interface SlideText {
  readonly kind: Exclude<BlockKind, 'heading'>;
  readonly text: string;
  readonly level: number;
}

/** A slide under its title, or its number when it has none, with the speaker's notes under a heading of their own. */
export function addSlide(slide: XmlElement, part: string, parts: Parts, context: SlideContext): void {
  const { builder, page, footers } = context;
  const shapes = shapesOf(slide);
  const titles = shapes.filter((shape) => TITLES.has(placeholderType(shape)));
  const title = titles.map((shape) => lineOf(childAt(shape, 'txBody'))).join(' ');
  const texts = shapes
    .filter((shape) => !titles.includes(shape))
    .flatMap((shape) =>
      shape.name === 'graphicFrame' ? frameTexts(shape, part, parts) : shapeTexts(shape, footers),
    );
  const notes = notesOf(part, parts);
  if (texts.length > 0 || notes.length > 0 || title.trim() !== '') {
    builder.heading(1, title.trim() === '' ? `Slide ${page}` : title, page);
  }
  for (const { kind, text, level } of texts) builder.add(kind, text, page, level);
  if (notes.length > 0) builder.heading(2, 'Speaker notes', page);
  for (const text of notes) builder.add('paragraph', text, page);
}

/** A footer counts where it stands for the first time. */
function shapeTexts(shape: XmlElement, footers: Set<string>): readonly SlideText[] {
  const type = placeholderType(shape);
  if (AROUND.has(type)) return [];
  const paragraphs = paragraphsOf(childAt(shape, 'txBody'));
  if (LISTS.has(type)) return paragraphs.map((paragraph) => ({ kind: 'list-item', ...paragraph }));
  const fresh = paragraphs.filter(({ text }) => type !== 'ftr' || !footers.has(text));
  if (type === 'ftr') for (const { text } of fresh) footers.add(text);
  return fresh.map(({ text }) => ({ kind: 'paragraph', text, level: 0 }));
}

function frameTexts(frame: XmlElement, slide: string, parts: Parts): readonly SlideText[] {
  const table = childAt(frame, 'graphic', 'graphicData', 'tbl');
  const rows = table === undefined ? [] : tableRows(table);
  return [
    ...rows.map((text): SlideText => ({ kind: 'table-row', text, level: 0 })),
    ...diagramTexts(frame, slide, parts).map((text): SlideText => ({ kind: 'list-item', text, level: 0 })),
  ];
}

function notesOf(slide: string, parts: Parts): readonly string[] {
  const part = relationshipsOf(parts, slide).find(({ type }) => type === 'notesSlide')?.part;
  if (part === undefined) return [];
  return shapesOf(parseXml(parts.get(part), part))
    .filter((shape) => placeholderType(shape) === 'body')
    .flatMap((shape) => paragraphsOf(childAt(shape, 'txBody')).map(({ text }) => text));
}
