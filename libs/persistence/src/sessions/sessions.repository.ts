import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { User } from '../users/user.entity.js';
import { Session } from './session.entity.js';

export interface NewSession {
  readonly userId: string;
  readonly family: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

/** Sign-ins: refresh tokens by hash, in families that descend from one sign-in. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds the token of a sign-in and drops what the user has that ended. */
  async insert(session: NewSession): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager
        .createQueryBuilder()
        .delete()
        .from(Session)
        .where('user_id = :userId AND expires_at < now()', { userId: session.userId })
        .execute();
      await manager.insert(Session, { ...session });
    });
  }

  /**
   * Uses a refresh token up and puts the next one in its place. Null when it is unknown or has
   * ended; when it was used before, all of its family is revoked, the thief's and the owner's.
   */
  async rotate(
    tokenHash: string,
    next: Pick<NewSession, 'tokenHash' | 'expiresAt'>,
  ): Promise<Session | null> {
    return this.dataSource.transaction(async (manager) => {
      const session = await manager.findOne(Session, {
        where: { tokenHash },
        lock: { mode: 'pessimistic_write' },
      });
      if (!session || session.revokedAt) return null;
      if (session.rotatedAt) {
        await manager.update(Session, { family: session.family }, { revokedAt: new Date() });
        return null;
      }
      if (session.expiresAt.getTime() <= Date.now()) return null;
      await manager.update(Session, { id: session.id }, { rotatedAt: new Date() });
      await manager.insert(Session, { userId: session.userId, family: session.family, ...next });
      return session;
    });
  }

  /** Ends a sign-in; false when there was none. */
  async revoke(tokenHash: string): Promise<boolean> {
    const session = await this.dataSource.getRepository(Session).findOneBy({ tokenHash });
    if (!session || session.revokedAt) return false;
    await this.dataSource
      .getRepository(Session)
      .update({ family: session.family }, { revokedAt: new Date() });
    return true;
  }

  /** The user that a sign-in still stands for: not revoked, not ended, not disabled. */
  findUser(userId: string, family: string): Promise<User | null> {
    return this.dataSource
      .getRepository(User)
      .createQueryBuilder('account')
      .where('account.id = :userId AND account.disabledAt IS NULL', { userId })
      .andWhere(
        `EXISTS (SELECT 1 FROM sessions session WHERE session.family = :family AND session.user_id = account.id
           AND session.revoked_at IS NULL AND session.expires_at > now())`,
        { family },
      )
      .getOne();
  }
}
