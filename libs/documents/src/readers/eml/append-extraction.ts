import type { Extraction } from '../../ports.js';
import type { TextBuilder } from '../text-builder.js';

/** Adds all blocks of what another reader gave; its headings come to stand below `level`. */
export function appendExtraction({ blocks }: Extraction, level: number, builder: TextBuilder): void {
  for (const { kind, text, page, headingPath } of blocks) {
    if (kind === 'heading') builder.heading(level + headingPath.length, text, page);
    else builder.add(kind, text, page);
  }
}
