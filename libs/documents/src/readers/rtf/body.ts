import { rowText } from '../row-text.js';
import type { TextBuilder } from '../text-builder.js';
import type { GroupState } from './group-state.js';

/** Puts paragraphs, table rows and notes together from the text as it comes. */
export class Body {
  #text = '';
  #cells: string[] = [];
  /** A row that is repeated on every page names the columns of those that follow. */
  #header: { readonly cells: readonly string[]; used: boolean } | null = null;
  readonly #notes: string[] = [];

  constructor(
    private readonly builder: TextBuilder,
    private readonly styleNames: ReadonlyMap<number, string>,
  ) {}

  write(text: string): void {
    this.#text += text;
  }

  /** The sign that refers to the next note. */
  refer(): void {
    this.#text += `[${this.#notes.length + 1}]`;
  }

  startNote(): void {
    this.#notes.push('');
  }

  writeNote(text: string): void {
    const last = this.#notes.length - 1;
    if (last >= 0) this.#notes[last] += text;
  }

  endParagraph(state: GroupState): void {
    if (state.inTable) {
      this.#text += ' ';
      return;
    }
    const text = this.#take();
    if (text === '') return;
    this.#endTable();
    const style = this.styleNames.get(state.style) ?? '';
    const level = state.outlineLevel ?? headingLevel(style);
    if (level !== null) this.builder.heading(level + 1, text);
    else if (state.inList) this.builder.add('list-item', text, null, state.listLevel);
    else this.builder.add('paragraph', text);
  }

  endCell(): void {
    this.#cells.push(this.#take());
  }

  endRow(isHeader: boolean): void {
    const cells = this.#cells;
    this.#cells = [];
    if (isHeader && this.#header === null) {
      this.#header = { cells, used: false };
      return;
    }
    if (this.#header !== null) this.#header.used = true;
    this.builder.add('table-row', rowText(cells, this.#header?.cells ?? null));
  }

  finish(state: GroupState): void {
    if (this.#cells.length > 0) this.endRow(false);
    this.endParagraph({ ...state, inTable: false });
    this.#endTable();
    this.#notes.forEach((note, index) => {
      const text = oneLine(note);
      if (text !== '') this.builder.add('list-item', `[${index + 1}] ${text}`);
    });
  }

  #endTable(): void {
    if (this.#header?.used === false) this.builder.add('table-row', rowText(this.#header.cells, null));
    this.#header = null;
  }

  #take(): string {
    const text = oneLine(this.#text);
    this.#text = '';
    return text;
  }
}

/** From 0, by the names that Word gives to its styles. */
function headingLevel(style: string): number | null {
  if (/^title$/i.test(style)) return 0;
  const level = /^heading ([1-9])$/i.exec(style)?.[1];
  return level === undefined ? null : Number(level) - 1;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
