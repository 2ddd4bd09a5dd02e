import { randomUUID } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { SessionsRepository, UsersRepository } from '#persistence';
import { AccessTokens } from '../auth/access-tokens.js';
import { newRefreshToken } from '../auth/refresh-token.js';
import type { Settings } from '../config.js';
import { SETTINGS } from '../settings.js';

const LIFETIME_MS = 30 * 24 * 3_600_000;

/** Lets the command line of the same user on this machine in by itself: a token in a file only that user can read. */
@Injectable()
export class LocalToken {
  constructor(
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly tokens: AccessTokens,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Renewed at each boot. Does nothing when the settings name no file. */
  async write(url: string): Promise<void> {
    const { SLUICE_LOCAL_TOKEN_FILE: file, SLUICE_TEMPORAL_UI_URL: temporalUi } = this.settings;
    const user = file === undefined ? null : await this.users.findAdministrator();
    if (file === undefined || !user) return;
    const session = { userId: user.id, family: randomUUID(), expiresAt: new Date(Date.now() + LIFETIME_MS) };
    await this.sessions.insert({ ...session, tokenHash: newRefreshToken().hash });
    const token = await this.tokens.sign({
      userId: user.id,
      sessionId: session.family,
      until: session.expiresAt,
    });
    const content = JSON.stringify({ url, token, temporalUi: temporalUi ?? null }, null, 2);
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, `${content}\n`, { mode: 0o600 });
    await rename(draft, file);
  }
}
