import type { InputDeclaration, JsonObject } from '#definition';
import { RowsFormat } from './bulk.enums.js';
import { checkRows } from './check-rows.js';
import { readRows } from './read-rows.js';

const inputs: Readonly<Record<string, InputDeclaration>> = {
  name: { type: 'string', required: true },
  times: { type: 'number', default: 2 },
  loud: { type: 'boolean' },
  tags: { type: 'array' },
};
const csv = (text: string) => readRows(text, RowsFormat.CSV, inputs, '/rowsText');
const places = (given: readonly unknown[]) =>
  checkRows(inputs, given, false).problems.map(({ code, path }) => `${code} ${path}`);

describe('a table of inputs', () => {
  it('is read from text, with values of the types that are declared', () => {
    expect(csv('name,times\nAnn,3\n')).toEqual({ rows: [{ name: 'Ann', times: 3 }] });
    expect(readRows('{"name":"Ann"}', RowsFormat.JSON_LINES, inputs, '/rowsText')).toEqual({
      rows: [{ name: 'Ann' }],
    });
  });

  it.each(['a,a\n1,2', 'a,b\n1', 'a\n"1'])('that cannot be read is refused: %j', (text) => {
    expect(csv(text)).toMatchObject({ problems: [{ code: 'ROWS_UNREADABLE', path: '/rowsText' }] });
  });

  it('no column can be more than a name', () => {
    const read = csv('__proto__,name\nx,Ann');
    const [row] = 'rows' in read ? read.rows : [];
    expect(Object.keys(row as JsonObject)).toEqual(['__proto__', 'name']);
    expect(places([row])).toEqual(['BAD_INPUT /rows/0/__proto__']);
  });

  it('is checked row by row, with the defaults filled in', () => {
    expect(checkRows(inputs, [{ name: 'Ann' }], false)).toEqual({
      rows: [{ name: 'Ann', times: 2 }],
      problems: [],
    });
    expect(places([{ name: 'Ann' }, {}, { name: 1, more: 2 }, 'Bo'])).toEqual([
      'MISSING_INPUT /rows/1/name',
      'BAD_INPUT /rows/2/more',
      'BAD_INPUT /rows/2/name',
      'BAD_INPUT /rows/3',
    ]);
  });

  it('shows a hundred problems and says how many more there are', () => {
    const { problems } = checkRows(inputs, Array(150).fill({}), false);
    expect(problems).toHaveLength(101);
    expect(problems[1]?.message).toMatch(/^Row 2: /);
    expect(problems.at(-1)).toMatchObject({
      code: 'MORE_PROBLEMS',
      message: '50 more problems in the rows are not shown.',
    });
  });

  it('may be long, but not too long and not too wide', () => {
    expect(places([])).toEqual(['BAD_INPUT /rows']);
    expect(places(Array(100_001).fill({ name: 'x' }))).toEqual(['BAD_INPUT /rows']);
    const wide = { name: 'x'.repeat(6_000) };
    expect(places(Array(100).fill(wide))).toEqual([]);
    expect(places([...Array(200).fill({ name: 'x' }), ...Array(200).fill(wide)])).toEqual([
      'ROWS_TOO_LARGE /rows/200',
    ]);
  });
});
