/** A secret is there and does not open: its row was changed, or it was stored with another key. */
export class SecretUnreadableError extends Error {
  override readonly name = 'SecretUnreadableError';
  readonly code = 'SECRET_UNREADABLE';
  readonly retryable = false;

  constructor(name: string) {
    super(`The secret "${name}" cannot be decrypted with the key of this installation. Store it again.`);
  }
}
