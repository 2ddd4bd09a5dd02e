import { HEADERS, LINES } from './result-lines.js';

const failed = {
  ...{ row: 2, status: 'failed', result: null, input: { name: 'Ann, "B"' } },
  error: { code: 'BAD', message: '=1+1', path: '@rows[1]/read' },
};

test('a row as a line of JSON', () => {
  expect(JSON.parse(LINES.jsonl(failed))).toEqual(failed);
});

test('a row as a line of CSV, in which nothing is run as a formula', () => {
  expect(HEADERS.csv.split(',')).toHaveLength(7);
  expect(LINES.csv(failed)).toBe(`2,failed,,BAD,'=1+1,'@rows[1]/read,"{""name"":""Ann, \\""B\\""""}"\r\n`);
  expect(LINES.csv({ ...failed, result: { n: 1 }, error: null, input: {} })).toBe(
    '2,failed,"{""n"":1}",,,,{}\r\n',
  );
});
