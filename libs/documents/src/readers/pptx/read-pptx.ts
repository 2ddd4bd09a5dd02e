import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { coreTitle } from '../opc/core-title.js';
import { TextBuilder } from '../text-builder.js';
import { parseXml } from '../xml/element.js';
import { unpackParts } from '../zip/unpack-parts.js';
import { slideParts } from './presentation.js';
import { addSlide } from './slide.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/** Pictures, layouts and what is embedded are never unpacked. */
const NEEDED =
  /^(_rels\/\.rels|docProps\/core\.xml|ppt\/((_rels|slides|notesSlides|diagrams)\/.*\.(xml|rels)|[^/]+\.xml))$/i;

/**
 * A PowerPoint presentation: its slides in the order they are shown, the slide's number as page. Hidden slides
 * are left out, as hidden sheets are, but keep their numbers.
 */
export function readPptx(bytes: Uint8Array, limits: ExtractionLimits): Extraction {
  const parts = unpackParts(bytes, NEEDED, limits);
  const slides = slideParts(parts, limits.maximumPages);
  const builder = new TextBuilder(limits.maximumCharacters);
  const footers = new Set<string>();
  const hidden: number[] = [];
  slides.forEach((part, index) => {
    const page = index + 1;
    const slide = parseXml(parts.get(part), part);
    if (['0', 'false'].includes(slide.attributes['show'] ?? '')) hidden.push(page);
    else addSlide(slide, part, parts, { builder, page, footers });
  });
  if (builder.isEmpty && hidden.length > 0) {
    throw new DocumentError('DOCUMENT_EMPTY', 'The presentation holds text in hidden slides only.');
  }
  return builder.finish({
    mediaType: MEDIA_TYPE,
    title: coreTitle(parts.find('docProps/core.xml')),
    pageCount: slides.length,
    warnings: hidden.length === 0 ? [] : [`Hidden slides were left out: ${hidden.join(', ')}.`],
  });
}
