import { parse } from 'csv-parse/sync';
import type { Json } from '../json.js';
import type { InputDeclaration } from '../workflow-definition.js';
import { typedCell } from './typed-cell.js';

/** CSV names its columns in the first line; of JSON lines, each is an object. */
export type TableFormat = 'csv' | 'jsonl';

/** One row of a table of inputs. */
export interface TableRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** Of CSV the text of each cell by its column; else what the line says. */
  readonly value: Json;
}

export interface Table {
  readonly format: TableFormat;
  /** In the order they come up. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** A table that cannot be read, in one sentence. */
export interface UnreadableTable {
  readonly mistake: string;
}

/** Reads a table of inputs that is written as text. */
export function readTable(text: string, format: TableFormat): Table | UnreadableTable {
  const bare = text.replace(/^\uFEFF/, '');
  return format === 'csv' ? readCsv(bare) : readJsonLines(bare);
}

/** What a row gives as inputs: the cells of CSV are typed as the inputs they name, and empty ones give none. */
export function inputOfRow(
  value: Json,
  format: TableFormat,
  declarations: Readonly<Record<string, InputDeclaration>>,
): Json {
  if (format === 'jsonl') return value;
  const declared = new Map(Object.entries(declarations));
  const typed = Object.entries(value as Readonly<Record<string, string>>).map(
    ([name, cell]) => [name, typedCell(cell, declared.get(name)?.type)] as const,
  );
  return Object.fromEntries(typed.filter(([, cell]) => cell !== null));
}

function readJsonLines(text: string): Table | UnreadableTable {
  const rows: TableRow[] = [];
  const columns = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    try {
      const value = JSON.parse(line) as Json;
      rows.push({ line: index + 1, value });
      for (const name of namesIn(value)) columns.add(name);
    } catch {
      return { mistake: `Line ${index + 1} is no JSON.` };
    }
  }
  return { format: 'jsonl', columns: [...columns], rows };
}

function namesIn(value: Json): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

interface CsvRecord {
  readonly record: readonly string[];
  /** `bytes` is where the record ends. */
  readonly info: { readonly bytes: number };
}

function readCsv(text: string): Table | UnreadableTable {
  let records: readonly CsvRecord[];
  try {
    records = parse(text, { skip_empty_lines: true, info: true }) as unknown as readonly CsvRecord[];
  } catch (error) {
    return { mistake: `The table cannot be read: ${error instanceof Error ? error.message : ''}.` };
  }
  const beginOf = lineCounter(text);
  const [header, ...lines] = records.map(({ record, info }) => ({
    line: beginOf(info.bytes),
    cells: record,
  }));
  const columns = (header?.cells ?? []).map((name) => name.trim());
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) return { mistake: `Two columns are named "${twice}".` };
  const rows = lines.map(({ line, cells }) => ({
    line,
    value: Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])),
  }));
  return { format: 'csv', columns, rows };
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Gives the line each record begins on, one after the other; the parser's own count is off behind breaks within quotes. */
function lineCounter(text: string): (end: number) => number {
  const bytes = new TextEncoder().encode(text);
  let line = 1;
  let at = 0;
  return (end) => {
    for (; bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN; at += 1) line += feedAt(at);
    const begin = line;
    for (; at < end; at += 1) line += feedAt(at);
    return begin;
  };

  function feedAt(place: number): number {
    return bytes[place] === LINE_FEED ? 1 : 0;
  }
}
