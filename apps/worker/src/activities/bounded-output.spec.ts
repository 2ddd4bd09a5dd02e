import type { Json } from '#definition';
import { jsonBytes } from '#temporal/contract';
import { boundedOutput } from './bounded-output.js';

/** Keeps what is put into it, as the artifact store does. */
class Shelf {
  readonly kept: Json[] = [];

  async put(kind: string, count: number, value: Json) {
    this.kept.push(value);
    return { $ref: `artifact-${this.kept.length}`, kind, count, bytes: jsonBytes(value), sha256: '' };
  }
}

describe('boundedOutput', () => {
  it('leaves a result that fits alone', async () => {
    const shelf = new Shelf();
    const output = { facts: { answer: 'Yes.' }, references: {} };
    expect(await boundedOutput(output, shelf)).toEqual(output);
    expect(shelf.kept).toEqual([]);
  });

  it('moves the biggest facts out, and no more than it has to', async () => {
    const shelf = new Shelf();
    const rows = Array.from({ length: 500 }, (_, index) => `row ${index} ${'x'.repeat(60)}`);
    const facts = { small: 1, note: 'y'.repeat(10_000), rows };
    const { facts: left, references } = await boundedOutput({ facts, references: {} }, shelf);
    expect(left).toEqual({ small: 1, note: facts.note });
    expect(references['rows']).toMatchObject({ kind: 'json', count: 500, $ref: 'artifact-1' });
    expect(shelf.kept).toEqual([rows]);
  });

  it('refuses what still does not fit, for good', async () => {
    const reference = { $ref: 'x'.repeat(200), kind: 'json', count: 1, bytes: 1, sha256: '' };
    const references = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`r${index}`, reference]),
    );
    await expect(boundedOutput({ facts: {}, references }, new Shelf())).rejects.toMatchObject({
      code: 'OUTPUT_TOO_LARGE',
      retryable: false,
    });
  });

  it('never lets a big fact take the place of a reference of its name', async () => {
    const reference = { $ref: 'a', kind: 'passages', count: 1, bytes: 1, sha256: '' };
    const output = { facts: { passages: 'x'.repeat(40_000) }, references: { passages: reference } };
    await expect(boundedOutput(output, new Shelf())).rejects.toMatchObject({ code: 'OUTPUT_TOO_LARGE' });
  });
});
