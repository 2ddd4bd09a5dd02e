import { randomBytes } from 'node:crypto';
import { SecretCipher } from './secret-cipher.js';
import { isWeakSecretKey, readSecretKey } from './secret-key.js';

const KEY = randomBytes(32).toString('base64');
const VALUE = 'Bearer äöü 1234567890';
const ANNS = { ownerId: '2a0c8d0e-0000-4000-8000-000000000001', name: 'orders' };

describe('the cipher of secrets', () => {
  const cipher = new SecretCipher(KEY);

  it('gives back what it sealed, for the same owner and name', () => {
    expect(cipher.open(cipher.seal(VALUE, ANNS), ANNS)).toBe(VALUE);
    expect(new SecretCipher(KEY).open(cipher.seal(VALUE, ANNS), ANNS)).toBe(VALUE);
  });

  it('shows nothing of the value, nor that two are the same', () => {
    const [one, other] = [cipher.seal(VALUE, ANNS), cipher.seal(VALUE, ANNS)];
    expect(one.includes('1234567890')).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it('does not open a ciphertext of which any byte was changed, or that was cut short', () => {
    const sealed = cipher.seal(VALUE, ANNS);
    for (let index = 0; index < sealed.length; index += 1) {
      const tampered = Buffer.from(sealed);
      tampered.writeUInt8(tampered.readUInt8(index) ^ 1, index);
      expect(cipher.open(tampered, ANNS)).toBeNull();
    }
    expect(cipher.open(sealed.subarray(0, -1), ANNS)).toBeNull();
    expect(cipher.open(sealed.subarray(0, 20), ANNS)).toBeNull();
    expect(cipher.open(Buffer.alloc(0), ANNS)).toBeNull();
  });

  it('does not open for another owner or another name', () => {
    const sealed = cipher.seal(VALUE, ANNS);
    expect(cipher.open(sealed, { ...ANNS, ownerId: '2a0c8d0e-0000-4000-8000-000000000002' })).toBeNull();
    expect(cipher.open(sealed, { ...ANNS, name: 'invoices' })).toBeNull();
  });

  it('does not open with another key', () => {
    const other = new SecretCipher(randomBytes(32).toString('base64'));
    expect(other.open(cipher.seal(VALUE, ANNS), ANNS)).toBeNull();
  });

  it('shows no key when it is written to a log', () => {
    expect(JSON.stringify(cipher)).toBe('{}');
  });

  it('takes no text for a key that is not one', () => {
    expect(() => new SecretCipher('short')).toThrow('32 bytes in base64');
  });
});

describe('a key of the cipher', () => {
  const bytes = randomBytes(32);

  it.each(['base64', 'base64url'] as const)('is read from %s', (encoding) => {
    expect(readSecretKey(bytes.toString(encoding))?.equals(bytes)).toBe(true);
  });

  it.each(['', 'short', `${KEY}!`, randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])(
    'is not %j',
    (text) => {
      expect(readSecretKey(text)).toBeNull();
    },
  );

  it('is weak when it repeats itself or is made of letters', () => {
    expect(isWeakSecretKey(Buffer.alloc(32, 'ab').toString('base64'))).toBe(true);
    expect(isWeakSecretKey(Buffer.from('correct horse battery staple 123').toString('base64'))).toBe(true);
    expect(isWeakSecretKey(KEY)).toBe(false);
  });
});
