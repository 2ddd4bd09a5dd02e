import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaText } from './schema-text.js';

describe('apps/api/schema.graphql', () => {
  it('is what the code says; `npm run generate` writes it anew', async () => {
    const committed = await readFile(join(__dirname, '../../schema.graphql'), 'utf8');
    expect(await schemaText()).toBe(committed);
  });
});
