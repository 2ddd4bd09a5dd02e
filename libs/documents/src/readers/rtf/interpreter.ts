import { DocumentError } from '../../document-error.js';
import type { TextBuilder } from '../text-builder.js';
import { Body } from './body.js';
import { codePageOfCharset, decodeCodePage, isKnownCodePage, WESTERN } from './code-page.js';
import { initialState, resetParagraph } from './group-state.js';
import type { GroupState } from './group-state.js';
import type { Token } from './tokens.js';
import { CHARACTERS, destinationOf, PARAGRAPH_ENDS } from './vocabulary.js';

/** Word's own files nest some twenty groups deep. */
const DEEPEST = 1_000;
/** Outline level 9 is body text. */
const HEADING_LEVELS = 9;

const CODE_PAGES: Readonly<Record<string, number>> = { ansi: WESTERN, mac: 10000, pc: 437, pca: 850 };

/** Follows the pieces of an RTF document and writes its text to a body. */
export class RtfInterpreter {
  readonly #outer: GroupState[] = [];
  readonly #fonts = new Map<number, number | null>();
  readonly #styleNames = new Map<number, string>();
  readonly #body: Body;
  #state = initialState();
  #codePage = WESTERN;
  #pending: Uint8Array[] = [];
  #toSkip = 0;
  #ignorable = false;
  #rowIsHeader = false;
  #title = '';

  constructor(builder: TextBuilder) {
    this.#body = new Body(builder, this.#styleNames);
  }

  take(token: Token): void {
    switch (token.kind) {
      case 'open':
        return this.#open();
      case 'close':
        return this.#close();
      case 'bytes':
        return this.#bytes(token.bytes);
      case 'symbol':
        if (token.name === '*') this.#ignorable = true;
        else this.#word(token.name, null);
        return;
      case 'word':
        this.#word(token.name, token.value);
    }
  }

  /** Ends the last paragraph. */
  finish(): { readonly title: string | null; readonly warnings: readonly string[] } {
    this.#flush();
    this.#body.finish(this.#state);
    const title = this.#title.replace(/\s+/g, ' ').trim();
    const warnings = [];
    if (this.#outer.length > 0) warnings.push('The file ends early; its text is kept up to there.');
    if (!isKnownCodePage(this.#codePage)) {
      warnings.push(`Code page ${this.#codePage} is not known; letters other than English may be wrong.`);
    }
    return { title: title === '' ? null : title, warnings };
  }

  #open(): void {
    this.#flush();
    this.#toSkip = 0;
    this.#ignorable = false;
    if (this.#outer.length === DEEPEST) {
      throw new DocumentError('DOCUMENT_LIMIT', `The file nests more than ${DEEPEST} groups in each other.`);
    }
    this.#outer.push({ ...this.#state });
  }

  #close(): void {
    this.#flush();
    this.#toSkip = 0;
    this.#state = this.#outer.pop() ?? this.#state;
  }

  #bytes(bytes: Uint8Array): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    if (this.#state.destination !== 'skipped') this.#pending.push(bytes.subarray(skipped));
  }

  #word(name: string, value: number | null): void {
    if (name === 'u' && value !== null) {
      this.#flush();
      this.#write(String.fromCharCode(value & 0xffff));
      this.#toSkip = this.#state.fallbackLength;
      return;
    }
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return;
    }
    this.#flush();
    const destination = destinationOf(name) ?? (this.#ignorable ? 'skipped' : null);
    this.#ignorable = false;
    if (destination !== null) this.#enter(destination);
    else if (CHARACTERS.has(name)) this.#write(CHARACTERS.get(name) ?? '');
    else if (PARAGRAPH_ENDS.has(name)) this.#endParagraph();
    else this.#format(name, value);
  }

  /** What is not shown stays so whatever a group within says. */
  #enter(destination: GroupState['destination']): void {
    if (this.#state.destination === 'skipped') return;
    if (destination === 'footnote' && this.#state.destination === 'body') this.#body.startNote();
    this.#state.destination = destination;
  }

  #endParagraph(): void {
    if (this.#state.destination === 'body') this.#body.endParagraph(this.#state);
    else this.#write(' ');
  }

  #format(name: string, value: number | null): void {
    const state = this.#state;
    const on = value !== 0;
    switch (name) {
      case 'ansicpg':
        this.#codePage = value ?? WESTERN;
        return;
      case 'ansi':
      case 'mac':
      case 'pc':
      case 'pca':
        this.#codePage = CODE_PAGES[name] ?? WESTERN;
        return;
      case 'uc':
        state.fallbackLength = Math.max(0, value ?? 1);
        return;
      case 'f':
        state.font = value ?? 0;
        state.codePage = this.#fonts.get(state.font) ?? null;
        return;
      case 'fcharset':
        if (state.destination === 'fonts') this.#fonts.set(state.font, codePageOfCharset(value ?? 0));
        return;
      case 'cpg':
        if (state.destination === 'fonts') this.#fonts.set(state.font, value);
        return;
      case 'plain':
        state.hidden = false;
        return;
      case 'v':
      case 'deleted':
        state.hidden = on;
        return;
      case 'pard':
        resetParagraph(state);
        return;
      case 's':
        state.style = value ?? 0;
        return;
      case 'outlinelevel':
        state.outlineLevel = value !== null && value >= 0 && value < HEADING_LEVELS ? value : null;
        return;
      case 'ls':
        // List 0 is none.
        state.inList = on;
        return;
      case 'ilvl':
        state.listLevel = Math.max(0, value ?? 0);
        return;
      case 'intbl':
        state.inTable = true;
        return;
      case 'trowd':
        this.#rowIsHeader = false;
        return;
      case 'trhdr':
        this.#rowIsHeader = true;
        return;
      case 'cell':
        if (state.destination === 'body') this.#body.endCell();
        return;
      case 'row':
        if (state.destination === 'body') this.#body.endRow(this.#rowIsHeader);
        return;
      case 'chftn':
        if (state.destination === 'body' && !state.hidden) this.#body.refer();
    }
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#write(decodeCodePage(bytes, this.#state.codePage ?? this.#codePage));
  }

  #write(text: string): void {
    const { destination, hidden, style } = this.#state;
    if (hidden) return;
    if (destination === 'body') this.#body.write(text);
    else if (destination === 'footnote') this.#body.writeNote(text);
    else if (destination === 'title') this.#title += text;
    else if (destination === 'styles') {
      const name = (this.#styleNames.get(style) ?? '') + text;
      this.#styleNames.set(style, name.replace(/;.*$/s, ''));
    }
  }
}
