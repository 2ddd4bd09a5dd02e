import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readSecretKey } from './secret-key.js';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Whose secret it is and what it is called; a ciphertext opens for these alone. */
export interface SecretIdentity {
  readonly ownerId: string;
  readonly name: string;
}

/** Encrypts the values of secrets, each bound to its owner and name, so that moving one to another row makes it useless. */
export class SecretCipher {
  readonly #key: Buffer;

  /** @throws when the text is no key. */
  constructor(keyText: string) {
    const key = readSecretKey(keyText);
    if (key === null) throw new Error('The key of the secrets is not 32 bytes in base64.');
    this.#key = key;
  }

  /** Format, nonce, tag and ciphertext in a row. */
  seal(value: string, identity: SecretIdentity): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(identity));
    const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), sealed]);
  }

  /** Null when it was changed, belongs to another owner or name, or was sealed with another key. */
  open(sealed: Buffer, identity: SecretIdentity): string | null {
    if (sealed.byteLength < HEAD_BYTES || sealed[0] !== FORMAT) return null;
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, this.#key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(identity));
    decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, HEAD_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}

function boundTo({ ownerId, name }: SecretIdentity): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, ownerId, name]), 'utf8');
}
