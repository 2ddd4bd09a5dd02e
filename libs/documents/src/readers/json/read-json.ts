import type { Extraction } from '../../ports.js';
import { TextBuilder } from '../text-builder.js';

/** JSON is kept as it is written; it has no structure that a person would cite. */
export function readJson(text: string, maximumCharacters: number): Extraction {
  const builder = new TextBuilder(maximumCharacters);
  builder.add('code', text);
  return builder.finish({ mediaType: 'application/json', title: null, pageCount: null, warnings: [] });
}
