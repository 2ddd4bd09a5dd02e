import type { StepCursor, VariableCursor } from '#persistence';
import { decodeParts, encodeParts } from '../graphql/page.js';

const NUMBER = /^\d{1,9}$/;
const NUMBER_OR_NOTHING = /^\d{0,9}$/;
const ID = /^\d{1,18}$/;
/** Nothing that the database cannot compare with. */
const TEXT = /^[^\0]{0,4000}$/su;

type Given = string | null | undefined;

export const stepCursor = {
  encode: ({ id, iteration }: StepCursor): string => encodeParts([id, String(iteration ?? '')]),
  decode: (text: Given): StepCursor | null => {
    if (text == null) return null;
    const [id = '', iteration = ''] = decodeParts(text, [ID, NUMBER_OR_NOTHING]);
    return { id, iteration: iteration === '' ? null : Number(iteration) };
  },
};

export const idCursor = {
  encode: (id: string): string => encodeParts([id]),
  decode: (text: Given): string | null => (text == null ? null : (decodeParts(text, [ID])[0] ?? null)),
};

/** The number of a row of a table, counted from 0. */
export const rowCursor = {
  encode: (row: number): string => encodeParts([String(row)]),
  decode: (text: Given): number | null => (text == null ? null : Number(decodeParts(text, [NUMBER])[0])),
};

export const conditionCursor = {
  encode: (sequence: number): string => encodeParts([String(sequence)]),
  decode: (text: Given): number | null => (text == null ? null : Number(decodeParts(text, [NUMBER])[0])),
};

export const variableCursor = {
  encode: ({ scopePath, name }: VariableCursor): string => encodeParts([scopePath, name]),
  decode: (text: Given): VariableCursor | null => {
    if (text == null) return null;
    const [scopePath = '', name = ''] = decodeParts(text, [TEXT, TEXT]);
    return { scopePath, name };
  },
};
