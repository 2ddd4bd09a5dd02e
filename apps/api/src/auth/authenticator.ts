import { Injectable } from '@nestjs/common';
import { SessionsRepository } from '#persistence';
import { isUuid } from '../graphql/is-uuid.js';
import { AccessTokens } from './access-tokens.js';
import type { Viewer } from './viewer.js';

/** Finds out who a token stands for. The sign-in behind it is looked up each time, so that signing out works at once. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionsRepository,
  ) {}

  /** Takes the value of an Authorization header, or a bare token; null when it is of no use. */
  async viewer(credential: unknown): Promise<Viewer | null> {
    if (typeof credential !== 'string') return null;
    const claims = await this.tokens.verify(credential.replace(/^bearer\s+/i, ''));
    if (!claims || !isUuid(claims.userId) || !isUuid(claims.sessionId)) return null;
    const user = await this.sessions.findUser(claims.userId, claims.sessionId);
    return user && { id: user.id, email: user.email, role: user.role, until: claims.until };
  }
}
