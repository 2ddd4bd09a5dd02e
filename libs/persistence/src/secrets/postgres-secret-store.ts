import type { SecretCipher } from './secret-cipher.js';
import { SecretUnreadableError } from './secret-unreadable.error.js';
import type { SecretsRepository } from './secrets.repository.js';

/** Opens secrets for steps that use them: the `SecretStore` of the documents part. */
export class PostgresSecretStore {
  constructor(
    private readonly secrets: SecretsRepository,
    private readonly cipher: SecretCipher,
  ) {}

  /**
   * The header of the owner's secret of that name, when the host is among those it is for; else null.
   * @throws SecretUnreadableError when it cannot be decrypted.
   */
  async headersFor(
    ownerId: string,
    name: string,
    host: string,
  ): Promise<Readonly<Record<string, string>> | null> {
    const secret = await this.secrets.content(ownerId, name);
    if (!secret?.hosts.includes(host)) return null;
    const value = this.cipher.open(secret.ciphertext, { ownerId, name });
    if (value === null) throw new SecretUnreadableError(name);
    return { [secret.header]: value };
  }
}
