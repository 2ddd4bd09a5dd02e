import { DocumentError } from '../../document-error.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { readCentralDirectory } from './central-directory.js';
import { inflateEntries } from './inflate-entries.js';

/** The unpacked parts of an archive-based document, in memory only: names are keys, never paths on a disk. */
export class Parts {
  readonly #byName: ReadonlyMap<string, Uint8Array>;
  readonly #byFoldedName: ReadonlyMap<string, Uint8Array>;

  constructor(parts: Readonly<Record<string, Uint8Array>>) {
    this.#byName = new Map(Object.entries(parts));
    this.#byFoldedName = new Map(Object.entries(parts).map(([name, part]) => [name.toLowerCase(), part]));
  }

  /** By its exact name, else by one that differs in case only, as Office allows (ECMA-376 part 2, 6.2.2.3). */
  find(name: string): Uint8Array | undefined {
    return this.#byName.get(name) ?? this.#byFoldedName.get(name.toLowerCase());
  }

  /** Throws DOCUMENT_BROKEN when it is not there. */
  get(name: string): Uint8Array {
    const part = this.find(name);
    if (part === undefined) {
      throw new DocumentError('DOCUMENT_BROKEN', `The document is damaged: its part ${name} is missing.`);
    }
    return part;
  }
}

/** Unpacks what a reader needs of an archive, within the limits; all else stays packed. */
export function unpackParts(bytes: Uint8Array, needed: RegExp, limits: ExtractionLimits): Parts {
  const directory = readCentralDirectory(bytes, limits.maximumEntries);
  const chosen = directory.filter((entry) => needed.test(entry.name));
  return new Parts(inflateEntries(bytes, chosen, limits.maximumInflatedBytes));
}
