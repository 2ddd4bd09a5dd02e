import fc from 'fast-check';
import { cutToBytes, jsonBytes, utf8Bytes } from './sizes.js';

describe('sizes', () => {
  it('counts UTF-8 bytes as the encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });

  it('measures a value as its JSON', () => {
    expect(jsonBytes({ name: 'Zürich' })).toBe(18);
    expect(jsonBytes(undefined)).toBe(0);
  });

  it('cuts a text to whole characters that fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, limit) => {
        const cut = cutToBytes(text, limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(utf8Bytes(cut)).toBeLessThanOrEqual(limit);
        const next = [...text.slice(cut.length)][0];
        if (next !== undefined) expect(utf8Bytes(cut + next)).toBeGreaterThan(limit);
      }),
    );
  });
});
