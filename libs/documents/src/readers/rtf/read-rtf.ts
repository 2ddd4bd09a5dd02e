import type { Extraction } from '../../ports.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { TextBuilder } from '../text-builder.js';
import { RtfInterpreter } from './interpreter.js';
import { tokensOf } from './tokens.js';

/** Rich Text: headings, lists, table rows and notes; hidden and deleted text, pictures and text boxes left out. */
export function readRtf(bytes: Uint8Array, limits: ExtractionLimits): Extraction {
  const builder = new TextBuilder(limits.maximumCharacters);
  const interpreter = new RtfInterpreter(builder);
  for (const token of tokensOf(bytes)) interpreter.take(token);
  return builder.finish({ mediaType: 'application/rtf', pageCount: null, ...interpreter.finish() });
}
