import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { User } from './user.entity.js';
import type { UserRole } from './user.entity.js';

export interface NewUser {
  readonly email: string;
  readonly displayName: string;
  readonly passwordHash: string;
  readonly role: UserRole;
}

@Injectable()
export class UsersRepository {
  constructor(private readonly dataSource: DataSource) {}

  findById(id: string): Promise<User | null> {
    return this.dataSource.getRepository(User).findOneBy({ id });
  }

  /** Whatever the case of the address. */
  findByEmail(email: string): Promise<User | null> {
    return this.dataSource
      .getRepository(User)
      .createQueryBuilder('account')
      .where('lower(account.email) = lower(:email)', { email })
      .getOne();
  }

  /** The administrator that was made first, if there is one. */
  findAdministrator(): Promise<User | null> {
    return this.dataSource
      .getRepository(User)
      .findOne({ where: { role: 'admin' }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async insert(user: NewUser): Promise<User> {
    const repository = this.dataSource.getRepository(User);
    const { identifiers } = await repository.insert({ ...user });
    return repository.findOneByOrFail({ id: String(identifiers[0]?.id) });
  }
}
