import type { Secret } from '#persistence';
import type { SecretModel } from './secret.model.js';

export function toSecretModel({ id, name, header, hosts, createdAt, updatedAt }: Secret): SecretModel {
  return { id, name, header, hosts, createdAt, updatedAt };
}
