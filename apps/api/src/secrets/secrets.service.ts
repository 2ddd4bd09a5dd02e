import { Injectable } from '@nestjs/common';
import type { Problem } from '#definition';
import { SecretCipher, SecretsRepository } from '#persistence';
import type { Page, Secret, SecretContent, Window } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { notFound } from '../errors/api-error.js';
import { isUuid } from '../graphql/is-uuid.js';
import { callProblem } from '../problems/to-problem-model.js';
import { allowedHost } from './allowed-host.js';
import type { CreateSecretInput, ReplaceSecretInput } from './secret.input.js';

/** What came of storing: with problems, nothing was saved. */
export interface SecretOutcome {
  readonly secret: Secret | null;
  readonly problems: readonly Problem[];
}

/** A person's own secrets. Values go in and do not come out: only the steps that use them open them. */
@Injectable()
export class SecretsService {
  constructor(
    private readonly secrets: SecretsRepository,
    private readonly cipher: SecretCipher,
  ) {}

  list(viewer: Viewer, window: Window): Promise<Page<Secret>> {
    return this.secrets.list(viewer.id, window);
  }

  async create(viewer: Viewer, { name, ...input }: CreateSecretInput): Promise<SecretOutcome> {
    const problems = hostProblems(input.hosts);
    if (problems.length > 0) return { secret: null, problems };
    const secret = await this.secrets.insert(viewer.id, name, this.sealed(viewer, name, input));
    return secret ? { secret, problems: [] } : { secret: null, problems: [nameTaken(name)] };
  }

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async replace(viewer: Viewer, id: string, input: ReplaceSecretInput): Promise<SecretOutcome> {
    const current = isUuid(id) ? await this.secrets.find(viewer.id, id) : null;
    if (!current) throw notFound('secret');
    const problems = hostProblems(input.hosts);
    if (problems.length > 0) return { secret: null, problems };
    const secret = await this.secrets.replace(viewer.id, id, this.sealed(viewer, current.name, input));
    if (!secret) throw notFound('secret');
    return { secret, problems: [] };
  }

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async delete(viewer: Viewer, id: string): Promise<string> {
    if (!isUuid(id) || !(await this.secrets.delete(viewer.id, id))) throw notFound('secret');
    return id;
  }

  private sealed(
    { id: ownerId }: Viewer,
    name: string,
    { header, value, hosts }: ReplaceSecretInput,
  ): SecretContent {
    return {
      header: header.toLowerCase(),
      hosts: [...new Set(hosts.flatMap((host) => allowedHost(host) ?? []))],
      ciphertext: this.cipher.seal(value, { ownerId, name }),
    };
  }
}

function hostProblems(hosts: readonly string[]): readonly Problem[] {
  return hosts.flatMap((host, index) => {
    if (allowedHost(host) !== null) return [];
    const message = 'Give a host such as api.example.org or api.example.org:8443, without https:// and path.';
    return [callProblem('BAD_INPUT', `/hosts/${index}`, message)];
  });
}

function nameTaken(name: string): Problem {
  const message = `There is already a secret named "${name}". Replace it, or choose another name.`;
  return callProblem('NAME_TAKEN', '/name', message);
}
