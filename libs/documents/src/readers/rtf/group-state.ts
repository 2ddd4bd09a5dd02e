import type { Destination } from './vocabulary.js';

/** The formatting that holds within a group; a group starts with that of the one around it. */
export interface GroupState {
  destination: Destination;
  /** How many characters after a Unicode one stand for it in programs that know none. */
  fallbackLength: number;
  /** Null: the document's own. */
  codePage: number | null;
  font: number;
  /** Hidden, or deleted with changes tracked. */
  hidden: boolean;
  style: number;
  outlineLevel: number | null;
  inList: boolean;
  listLevel: number;
  inTable: boolean;
}

const PLAIN_PARAGRAPH = { style: 0, outlineLevel: null, inList: false, listLevel: 0, inTable: false };

export function initialState(): GroupState {
  return {
    ...{ destination: 'body', fallbackLength: 1, codePage: null, font: 0, hidden: false },
    ...PLAIN_PARAGRAPH,
  };
}

/** `\pard` */
export function resetParagraph(state: GroupState): void {
  Object.assign(state, PLAIN_PARAGRAPH);
}
