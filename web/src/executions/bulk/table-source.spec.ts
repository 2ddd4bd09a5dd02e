import { tableOfFile, tableOfText } from './table-source.js';

describe('a table that somebody chose', () => {
  it.each([
    ['rows.csv', 'name\nAnn\n', 'csv'],
    ['rows.JSONL', '{"name":"Ann"}\n', 'jsonl'],
    ['rows.txt', '\n {"name":"Ann"}\n', 'jsonl'],
    ['rows.txt', 'name\nAnn\n', 'csv'],
  ])('%s is read as what it is: %j', async (name, text, format) => {
    const chosen = await tableOfFile(new File([text], name));
    expect(chosen).toMatchObject({ name, table: { format, columns: ['name'], rows: [{}] } });
  });

  it('says what is wrong with it', () => {
    expect(tableOfText('Pasted', 'name\n')).toEqual({
      name: 'Pasted',
      mistake: 'There are no rows. The first line names the columns; each further line is a row.',
    });
    expect(tableOfText('Pasted', '{"a":1}\n{')).toEqual({ name: 'Pasted', mistake: 'Line 2 is no JSON.' });
  });
});
