import type { SecretStore } from '#documents';
import { PostgresSecretStore, SecretCipher } from '#persistence';
import type { SecretsRepository } from '#persistence';
import { keepTrying } from './activities/keep-trying.js';
import type { Settings } from './config.js';

/** The secrets that steps may use, waiting for the database while it is away. Null without a key to open them. */
export function secretStore(
  { SLUICE_SECRET_KEY: key }: Pick<Settings, 'SLUICE_SECRET_KEY'>,
  secrets: SecretsRepository,
): SecretStore | null {
  if (key === undefined) return null;
  const store = new PostgresSecretStore(secrets, new SecretCipher(key));
  return {
    headersFor: (ownerId, name, host, signal) =>
      keepTrying(() => store.headersFor(ownerId, name, host), signal),
  };
}
