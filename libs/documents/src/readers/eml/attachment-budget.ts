import { DocumentError } from '../../document-error.js';
import type { ExtractionLimits } from '../extraction-limits.js';
import { readCentralDirectory } from '../zip/central-directory.js';

/** Attachments of one mail, with those of the mails attached to it. */
export const MAXIMUM_ATTACHMENTS = 100;
/** Mails within a mail. */
const MAXIMUM_DEPTH = 3;

/** What is left of the limits of a mail's file for its attachments, which share them. */
export class AttachmentBudget {
  #attachments = 0;
  #bytes: number;
  #characters: number;

  constructor(private readonly limits: ExtractionLimits) {
    this.#bytes = limits.maximumInflatedBytes;
    this.#characters = limits.maximumCharacters;
  }

  /** Whether as many attachments as a mail may have were admitted. */
  get isFull(): boolean {
    return this.#attachments >= MAXIMUM_ATTACHMENTS;
  }

  /** Counts an attachment, with what it unpacks to. Throws DOCUMENT_LIMIT that names the limit it exceeds. */
  admit(bytes: Uint8Array): void {
    this.#attachments += 1;
    const size = unpackedSize(bytes, this.limits.maximumEntries);
    if (size > this.#bytes) {
      const { maximumInflatedBytes } = this.limits;
      throw exceeded(`The attachments of a mail may take ${maximumInflatedBytes} bytes once unpacked.`);
    }
    this.#bytes -= size;
  }

  spendCharacters(count: number): void {
    this.#characters -= count;
  }

  /** Limits for the attachment that was admitted last. */
  get left(): ExtractionLimits {
    return { ...this.limits, maximumCharacters: Math.max(0, this.#characters) };
  }
}

/** Throws DOCUMENT_LIMIT when a mail stands too deep in other mails. */
export function checkDepth(depth: number): void {
  if (depth > MAXIMUM_DEPTH) throw exceeded(`Mails within mails are opened ${MAXIMUM_DEPTH} deep.`);
}

/** Of an archive-based format, what its directory declares. */
function unpackedSize(bytes: Uint8Array, maximumEntries: number): number {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isArchive) return bytes.byteLength;
  return readCentralDirectory(bytes, maximumEntries).reduce((sum, { size }) => sum + size, 0);
}

function exceeded(limit: string): DocumentError {
  return new DocumentError('DOCUMENT_LIMIT', limit);
}
