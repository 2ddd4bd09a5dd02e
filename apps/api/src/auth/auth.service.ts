import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SessionsRepository, UsersRepository } from '#persistence';
import type { User } from '#persistence';
import { ApiError } from '../errors/api-error.js';
import { toUserModel } from '../users/to-user-model.js';
import { AccessTokens } from './access-tokens.js';
import type { AuthPayload } from './auth.payload.js';
import { verifyPassword } from './passwords.js';
import { hashRefreshToken, newRefreshToken } from './refresh-token.js';
import type { SignInInput } from './sign-in.input.js';
import { SignInAttempts } from './sign-in-attempts.js';

export const ACCESS_TOKEN_MS = 15 * 60_000;
export const REFRESH_TOKEN_MS = 30 * 24 * 3_600_000;

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly tokens: AccessTokens,
    private readonly attempts: SignInAttempts,
  ) {}

  /** The same answer, after the same time, for an unknown address and for a wrong password. */
  async signIn({ email, password }: SignInInput, address: string): Promise<AuthPayload> {
    this.attempts.check(email, address);
    const user = await this.users.findByEmail(email);
    const matches = await verifyPassword(user?.passwordHash ?? null, password);
    if (!user || !matches || user.disabledAt) {
      this.attempts.failed(email, address);
      throw new ApiError('UNAUTHENTICATED', 'The e-mail address or the password is wrong.');
    }
    this.attempts.succeeded(email);
    const family = randomUUID();
    const { token, hash } = newRefreshToken();
    await this.sessions.insert({ userId: user.id, family, tokenHash: hash, expiresAt: refreshEnd() });
    return this.payload(user, family, token);
  }

  async refresh(refreshToken: string): Promise<AuthPayload> {
    const { token, hash } = newRefreshToken();
    const session = await this.sessions.rotate(hashRefreshToken(refreshToken), {
      tokenHash: hash,
      expiresAt: refreshEnd(),
    });
    const user = session && (await this.users.findById(session.userId));
    if (!user || user.disabledAt)
      throw new ApiError('UNAUTHENTICATED', 'The refresh token is not valid. Sign in again.');
    return this.payload(user, session.family, token);
  }

  signOut(refreshToken: string): Promise<boolean> {
    return this.sessions.revoke(hashRefreshToken(refreshToken));
  }

  private async payload(user: User, sessionId: string, refreshToken: string): Promise<AuthPayload> {
    const expiresAt = new Date(Date.now() + ACCESS_TOKEN_MS);
    const accessToken = await this.tokens.sign({ userId: user.id, sessionId, until: expiresAt });
    return { accessToken, refreshToken, expiresAt, user: toUserModel(user) };
  }
}

function refreshEnd(): Date {
  return new Date(Date.now() + REFRESH_TOKEN_MS);
}
