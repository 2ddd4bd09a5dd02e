import { readTable } from '#definition';
import type { Table, TableFormat } from '#definition';
import { asLines, checkTable } from './check-table.js';
import { matchColumns } from './match-columns.js';
import type { Declarations } from './match-columns.js';

const inputs: Declarations = {
  name: { type: 'string', required: true },
  times: { type: 'number', default: 2 },
  files: { type: 'documents', required: true },
};

describe('a table before it is run', () => {
  it('gives the inputs of each row by the columns that are matched', () => {
    expect(checked('Name,times,note\nAnn,3,x\nBo,,y\n', 'csv')).toEqual({
      inputs: [{ name: 'Ann', times: 3 }, { name: 'Bo' }],
      mistakes: [],
    });
    expect(checked('{"NAME":"Ann","times":3}', 'jsonl').inputs).toEqual([{ name: 'Ann', times: 3 }]);
  });

  it('names what is wrong by its line', () => {
    expect(checked('name,times\nAnn,3\n\n"",many\n', 'csv').mistakes).toEqual([
      { line: 4, row: 1, message: 'The workflow needs a value for "name" (string).' },
      { line: 4, row: 1, message: '"times" has to be of type number, but is string.' },
    ]);
    expect(checked('"Ann"', 'jsonl').mistakes).toEqual([
      { line: 1, row: 0, message: 'The inputs have to be an object: a value by name.' },
    ]);
  });

  it('is sent as JSON lines', () => {
    expect(asLines([{ name: 'Ann' }, { name: 'Bo' }])).toBe('{"name":"Ann"}\n{"name":"Bo"}\n');
  });
});

function checked(text: string, format: TableFormat) {
  const table = readTable(text, format) as Table;
  return checkTable(table, matchColumns(table.columns, inputs), inputs);
}
