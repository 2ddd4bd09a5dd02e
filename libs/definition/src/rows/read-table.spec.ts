import type { InputDeclaration } from '../workflow-definition.js';
import { inputOfRow, readTable } from './read-table.js';
import type { TableFormat } from './read-table.js';

const inputs: Readonly<Record<string, InputDeclaration>> = {
  name: { type: 'string', required: true },
  times: { type: 'number', default: 2 },
  loud: { type: 'boolean' },
  tags: { type: 'array' },
};

describe('a table of inputs', () => {
  it('is CSV with the names of its columns in the first line', () => {
    expect(readTable('\uFEFFname, times \nAnn,3\n"Bo, B.",\n', 'csv')).toEqual({
      format: 'csv',
      columns: ['name', 'times'],
      rows: [
        { line: 2, value: { name: 'Ann', times: '3' } },
        { line: 3, value: { name: 'Bo, B.', times: '' } },
      ],
    });
  });

  it('is JSON lines, whose columns are all names that come up', () => {
    expect(readTable('{"name":"Ann"}\r\n\n{"times":2}\n"Bo"\n', 'jsonl')).toEqual({
      format: 'jsonl',
      columns: ['name', 'times'],
      rows: [
        { line: 1, value: { name: 'Ann' } },
        { line: 3, value: { times: 2 } },
        { line: 4, value: 'Bo' },
      ],
    });
  });

  it('says on which line each row begins, also behind blank lines and cells of several lines', () => {
    expect(linesOf('a,b\n1,2\n\n\n"x\ny\nü",3\n4,5')).toEqual([2, 5, 8]);
    expect(linesOf('a,b\r\n"x\r\ny",3\r\n\r\n4,5\r\n')).toEqual([2, 5]);
  });

  it.each<[TableFormat, string, string]>([
    ['csv', 'a,a\n1,2', 'Two columns are named "a".'],
    ['csv', 'a,b\n1', 'The table cannot be read: Invalid Record Length: expect 2, got 1 on line 2.'],
    ['jsonl', '{}\nname', 'Line 2 is no JSON.'],
  ])('that is no %s is refused: %j', (format, text, mistake) => {
    expect(readTable(text, format)).toEqual({ mistake });
  });

  it('may be empty', () => {
    expect(readTable('', 'csv')).toEqual({ format: 'csv', columns: [], rows: [] });
    expect(readTable('\n', 'jsonl')).toEqual({ format: 'jsonl', columns: [], rows: [] });
  });
});

describe('a row of a table', () => {
  it.each([
    [
      { name: 'Ann, B.', times: '3', loud: 'TRUE', tags: '["x"]' },
      { name: 'Ann, B.', times: 3, loud: true, tags: ['x'] },
    ],
    [{ name: 'Bo', times: '', loud: ' ', tags: '' }, { name: 'Bo' }],
    [
      { name: '007', times: 'many', loud: 'perhaps', tags: 'x' },
      { name: '007', times: 'many', loud: 'perhaps', tags: 'x' },
    ],
    [{ other: '1' }, { other: '1' }],
  ])('of CSV gives values of the types that are declared: %j', (cells, input) => {
    expect(inputOfRow(cells, 'csv', inputs)).toEqual(input);
  });

  it('of JSON lines gives what it says', () => {
    expect(inputOfRow({ times: '3' }, 'jsonl', inputs)).toEqual({ times: '3' });
  });
});

function linesOf(text: string): readonly number[] {
  const table = readTable(text, 'csv');
  return 'mistake' in table ? [] : table.rows.map(({ line }) => line);
}
