import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keysetPage } from '../keyset-page.js';
import type { Page, Window } from '../keyset-page.js';
import { isUniqueViolation } from '../unique-violation.js';
import { Secret } from './secret.entity.js';

/** What a secret is made of beside its name. */
export interface SecretContent {
  readonly header: string;
  readonly hosts: readonly string[];
  readonly ciphertext: Buffer;
}

/** The rows of secrets; what is in one is given only when it is asked for. */
@Injectable()
export class SecretsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(ownerId: string, id: string): Promise<Secret | null> {
    return this.secrets.findOneBy({ id, userId: ownerId });
  }

  /** Null when the owner has none of that name. */
  content(ownerId: string, name: string): Promise<SecretContent | null> {
    return this.secrets.findOne({
      select: { id: true, header: true, hosts: true, ciphertext: true },
      where: { userId: ownerId, name },
    });
  }

  /** Newest first. */
  list(ownerId: string, window: Window): Promise<Page<Secret>> {
    const query = this.secrets.createQueryBuilder('secret').where('secret.user_id = :ownerId', { ownerId });
    return keysetPage(query, 'createdAt', window);
  }

  /** Null when the owner has one of that name. */
  async insert(ownerId: string, name: string, content: SecretContent): Promise<Secret | null> {
    try {
      const row = { ...content, hosts: [...content.hosts], name, userId: ownerId };
      const { identifiers } = await this.secrets.insert(row);
      return await this.secrets.findOneByOrFail({ id: String(identifiers[0]?.id) });
    } catch (error) {
      if (isUniqueViolation(error, 'secrets_user_id_name_key')) return null;
      throw error;
    }
  }

  /** Null when it is not the owner's or gone. */
  async replace(ownerId: string, id: string, content: SecretContent): Promise<Secret | null> {
    await this.secrets.update({ id, userId: ownerId }, { ...content, hosts: [...content.hosts] });
    return this.find(ownerId, id);
  }

  /** Whether there was one. */
  async delete(ownerId: string, id: string): Promise<boolean> {
    const { affected } = await this.secrets.delete({ id, userId: ownerId });
    return affected === 1;
  }

  private get secrets() {
    return this.dataSource.getRepository(Secret);
  }
}
