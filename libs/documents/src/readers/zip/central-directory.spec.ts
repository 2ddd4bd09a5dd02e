import { strToU8, zipSync } from 'fflate';
import { readCentralDirectory } from './central-directory.js';
import { inflateEntries } from './inflate-entries.js';

const archive = zipSync({ 'a.xml': strToU8('<a/>'), 'b.bin': new Uint8Array(5000) });
const CENTRAL_ENTRY = 'PK\u0001\u0002';

describe('the directory of an archive', () => {
  it('lists entries with their declared sizes and inflates nothing', () => {
    expect(readCentralDirectory(archive, 10)).toMatchObject([
      { name: 'a.xml', size: 4, encrypted: false },
      { name: 'b.bin', size: 5000, encrypted: false },
    ]);
  });

  it('is found before a comment', () => {
    const withComment = zipSync({ 'a.xml': strToU8('<a/>') }, { comment: 'hello' });

    expect(readCentralDirectory(withComment, 10)).toHaveLength(1);
  });

  it.each([
    ['too many entries', archive, 1, 'DOCUMENT_LIMIT'],
    ['an archive cut short', archive.subarray(0, archive.length - 30), 10, 'DOCUMENT_BROKEN'],
    [
      'a directory that points elsewhere',
      patched(archive, 'PK\u0005\u0006', 16, [7, 0, 0, 0]),
      10,
      'DOCUMENT_BROKEN',
    ],
    ['Zip64', patched(archive, 'PK\u0005\u0006', 10, [255, 255]), 10, 'DOCUMENT_LIMIT'],
  ])('refuses %s', (_what, bytes, maximum, code) => {
    expect(() => readCentralDirectory(bytes, maximum)).toThrow(expect.objectContaining({ code }) as Error);
  });
});

describe('inflating entries', () => {
  it('sums what the entries declare before it inflates any', () => {
    const entries = readCentralDirectory(archive, 10);

    expect(() => inflateEntries(archive, entries, 5003)).toThrow(/once unpacked/);
    expect(inflateEntries(archive, entries, 5004)['a.xml']).toEqual(strToU8('<a/>'));
  });

  it('gives an entry that declares too little no more than it declared', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(1_000_000) });
    const lying = patched(bomb, CENTRAL_ENTRY, 24, [100, 0, 0, 0]);
    const entries = readCentralDirectory(lying, 10);
    expect(entries[0]?.size).toBe(100);

    const inflated = attempt(
      () => inflateEntries(lying, entries, 1000)['word/document.xml']?.byteLength ?? 0,
    );
    expect(inflated).toBeLessThanOrEqual(100);
  });

  it('refuses an encrypted entry', () => {
    const locked = patched(archive, CENTRAL_ENTRY, 8, [1, 0]);

    expect(() => inflateEntries(locked, readCentralDirectory(locked, 10), 10_000)).toThrow(/password/);
  });
});

/** A copy with some bytes changed, counted from where a signature stands. */
function patched(
  bytes: Uint8Array,
  signature: string,
  offset: number,
  values: readonly number[],
): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.set(values, copy.indexOf(signature, 0, 'latin1') + offset);
  return new Uint8Array(copy);
}

/** What comes of it, 0 when it is refused. */
function attempt(inflate: () => number): number {
  try {
    return inflate();
  } catch {
    return 0;
  }
}
