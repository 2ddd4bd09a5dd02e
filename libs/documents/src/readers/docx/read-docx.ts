import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { DocumentError } from '../../document-error.js';
import type { Extraction } from '../../ports.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { parseDocument } from '../html/dom.js';
import { addBlocks } from '../html/walk-blocks.js';
import { withEquationsAsText } from './equation-runs.js';
import { coreTitle } from '../opc/core-title.js';
import { TextBuilder } from '../text-builder.js';
import { readCentralDirectory } from '../zip/central-directory.js';
import { inflateEntries } from '../zip/inflate-entries.js';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Pictures, fonts, macros and embedded files are never unpacked. */
const NEEDED = /\.(xml|rels)$/i;

/** The parts that may hold formulas. */
const TEXTS = /^word\/(document|footnotes|endnotes)\.xml$/i;

const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/**
 * A Word document: headings, lists, tables, notes, formulas in one line; tracked changes as accepted, comments and pictures left out.
 *
 * What is unpacked goes to mammoth as a new archive without compression: mammoth's own unpacking trusts the
 * stream, not the sizes the budget was checked against.
 */
export async function readDocx(bytes: Uint8Array, limits: ExtractionLimits): Promise<Extraction> {
  const directory = readCentralDirectory(bytes, limits.maximumEntries);
  const needed = directory.filter((entry) => NEEDED.test(entry.name));
  const parts = inflateEntries(bytes, needed, limits.maximumInflatedBytes);
  const html = await toHtml(zipSync(mapTexts(parts), { level: 0 }));

  const builder = new TextBuilder(limits.maximumCharacters);
  addBlocks(parseDocument(html).body, builder);
  return builder.finish({
    mediaType: MEDIA_TYPE,
    title: coreTitle(parts['docProps/core.xml']),
    pageCount: null,
    warnings: [],
  });
}

function mapTexts(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      TEXTS.test(name) ? withEquationsAsText(part, name) : part,
    ]),
  );
}

async function toHtml(archive: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(archive) },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocumentError('DOCUMENT_BROKEN', `The Word document is damaged: ${reason}`);
  }
}
