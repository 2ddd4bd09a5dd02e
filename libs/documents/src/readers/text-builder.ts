import { DocumentError } from '../document-error.js';
import type { Block, BlockKind, Extraction } from '../ports.js';
import { HeadingStack } from './heading-stack.js';

/** Blocks of these kinds stand line under line; all others are set apart by an empty line. */
const COMPACT: ReadonlySet<BlockKind> = new Set(['list-item', 'table-row']);

const INDENT = '  ';
const DEEPEST = 9;

/** Builds a document's text block by block, so that every block is an exact slice of it. */
export class TextBuilder {
  readonly #parts: string[] = [];
  readonly #blocks: Block[] = [];
  readonly #headings = new HeadingStack();
  #length = 0;

  constructor(private readonly maximumCharacters: number) {}

  /** Adds a block; blank text adds nothing. `page` counts from 1, `level` of a list item from 0. */
  add(kind: Exclude<BlockKind, 'heading'>, text: string, page: number | null = null, level = 0): void {
    this.#append(kind, text, page, level);
  }

  /** Adds a heading of a level, 1 outermost; what follows stands under it. */
  heading(level: number, text: string, page: number | null = null): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    this.#headings.enter(level, trimmed);
    this.#append('heading', trimmed, page);
  }

  /** Throws DOCUMENT_EMPTY when there is no text. */
  finish(about: Omit<Extraction, 'text' | 'blocks'>): Extraction {
    if (this.#blocks.length === 0) {
      throw new DocumentError('DOCUMENT_EMPTY', 'The document holds no text.');
    }
    return { ...about, text: this.#parts.join(''), blocks: this.#blocks };
  }

  get isEmpty(): boolean {
    return this.#blocks.length === 0;
  }

  #append(kind: BlockKind, text: string, page: number | null, level = 0): void {
    const trimmed = kind === 'code' ? text.replace(/^\s*\n|\s+$/g, '') : text.trim();
    if (trimmed === '') return;
    const last = this.#blocks.at(-1);
    if (last) {
      const lines = last.kind === kind && COMPACT.has(kind) ? '\n' : '\n\n';
      // The indentation stands before the block, not in it.
      const separator = lines + INDENT.repeat(Math.min(level, DEEPEST));
      this.#parts.push(separator);
      this.#length += separator.length;
    }
    const start = this.#length;
    this.#length += trimmed.length;
    if (this.#length > this.maximumCharacters) {
      throw new DocumentError(
        'DOCUMENT_LIMIT',
        `The document holds more than ${this.maximumCharacters} characters of text.`,
      );
    }
    this.#parts.push(trimmed);
    this.#blocks.push({
      kind,
      text: trimmed,
      page,
      start,
      end: this.#length,
      headingPath: this.#headings.path,
    });
  }
}
