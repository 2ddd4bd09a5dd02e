import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractDocument } from '#documents/readers';
import type { Extraction } from '#documents/readers';

interface Expectation {
  readonly file: string;
  readonly expect: {
    readonly mediaType?: string;
    readonly pages?: number;
    readonly contains?: readonly { readonly text: string; readonly page?: number }[];
    readonly lacks?: readonly string[];
    readonly headings?: readonly string[];
    readonly headingCount?: number;
    readonly under?: { readonly text: string; readonly heading: string };
    readonly rows?: number;
    readonly warns?: string;
    readonly code?: string;
    readonly says?: string;
  };
}

const FOLDER = join(process.cwd(), 'test/fixtures/documents');
const all = JSON.parse(readFileSync(join(FOLDER, 'expectations.json'), 'utf8')) as Expectation[];

describe('documents of other projects', () => {
  const readable = all.filter(({ expect: { code } }) => code === undefined);
  const refused = all.filter(({ expect: { code } }) => code !== undefined);

  it.each(readable)('$file is read', async ({ file, expect: expected }) => {
    const extraction = await read(file);

    expect(extraction.mediaType).toBe(expected.mediaType);
    if (expected.pages !== undefined) expect(extraction.pageCount).toBe(expected.pages);
    for (const { text, page } of expected.contains ?? []) {
      expect(collapsed(textOf(extraction, page))).toContain(text);
    }
    for (const text of expected.lacks ?? []) expect(extraction.text).not.toContain(text);
    const headings = extraction.blocks.filter((block) => block.kind === 'heading').map((block) => block.text);
    expect(headings).toEqual(expect.arrayContaining([...(expected.headings ?? [])]));
    if (expected.headingCount !== undefined) expect(headings).toHaveLength(expected.headingCount);
    if (expected.rows !== undefined) {
      expect(extraction.blocks.filter((block) => block.kind === 'table-row')).toHaveLength(expected.rows);
    }
    const { under } = expected;
    if (under !== undefined) {
      const block = extraction.blocks.find((candidate) => candidate.text.includes(under.text));
      expect(block?.headingPath.at(-1)).toBe(under.heading);
    }
    expect(extraction.warnings.join(' ')).toContain(expected.warns ?? '');
  });

  it.each(refused)('$file is refused: $expect.code', async ({ file, expect: expected }) => {
    await expect(read(file)).rejects.toMatchObject({
      code: expected.code,
      message: expect.stringContaining(expected.says ?? '') as string,
    });
  });

  it.each(readable)('$file: every block is an exact slice of the text', async ({ file }) => {
    const { text, blocks } = await read(file);

    expect(blocks.map((block) => text.slice(block.start, block.end))).toEqual(
      blocks.map((block) => block.text),
    );
    expect(blocks.every((block, index) => block.start >= (blocks[index - 1]?.end ?? 0))).toBe(true);
  });
});

const known = new Map<string, Promise<Extraction>>();

function read(file: string): Promise<Extraction> {
  const reading = known.get(file) ?? extractDocument(readFileSync(join(FOLDER, file)), file);
  known.set(file, reading);
  return reading;
}

function textOf({ text, blocks }: Extraction, page?: number): string {
  if (page === undefined) return text;
  return blocks
    .filter((block) => block.page === page)
    .map((block) => block.text)
    .join('\n');
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
