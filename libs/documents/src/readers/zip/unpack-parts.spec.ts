import { archiveOf } from '../../../test/archives.js';
import { DEFAULT_LIMITS } from '../extraction-limits.js';
import { unpackParts } from './unpack-parts.js';

const textOf = (part: Uint8Array | undefined): string | undefined =>
  part === undefined ? undefined : new TextDecoder().decode(part);

describe('the parts of an archive', () => {
  it('are those that are needed', () => {
    const parts = unpackParts(archiveOf({ 'a.xml': 'yes', 'b.png': 'no' }), /\.xml$/, DEFAULT_LIMITS);

    expect([textOf(parts.find('a.xml')), textOf(parts.find('b.png'))]).toEqual(['yes', undefined]);
  });

  it('are found by their exact name first, then whatever their case', () => {
    const parts = unpackParts(
      archiveOf({ 'xl/Styles.xml': 'upper', 'a.xml': 'lower' }),
      /xml$/,
      DEFAULT_LIMITS,
    );

    expect([textOf(parts.find('xl/styles.xml')), textOf(parts.find('A.XML'))]).toEqual(['upper', 'lower']);
  });

  it('that climb out of the archive by their names are no other parts', () => {
    const parts = unpackParts(
      archiveOf({ '../word/document.xml': 'outside', 'word/../x.xml': 'crooked' }),
      /xml$/,
      DEFAULT_LIMITS,
    );

    expect([parts.find('word/document.xml'), parts.find('x.xml')]).toEqual([undefined, undefined]);
  });

  it('are never properties of an object', () => {
    const parts = unpackParts(archiveOf({ 'a.xml': '' }), /./, DEFAULT_LIMITS);

    expect([parts.find('constructor'), parts.find('__proto__')]).toEqual([undefined, undefined]);
  });

  it('that are missing are named', () => {
    expect(() => unpackParts(archiveOf({}), /./, DEFAULT_LIMITS).get('word/document.xml')).toThrow(
      /word\/document\.xml is missing/,
    );
  });
});
