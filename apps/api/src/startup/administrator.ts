import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { UsersRepository } from '#persistence';
import type { User } from '#persistence';
import { hashPassword } from '../auth/passwords.js';
import type { Settings } from '../config.js';
import { SETTINGS } from '../settings.js';

/** Makes the administrator at first start. */
@Injectable()
export class Administrator {
  constructor(
    private readonly users: UsersRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async ensure(): Promise<{ readonly user: User; readonly isNew: boolean }> {
    const known = await this.users.findAdministrator();
    if (known) return { user: known, isNew: false };
    const { SLUICE_ADMIN_EMAIL: email, SLUICE_ADMIN_PASSWORD: given } = this.settings;
    const password = given ?? randomBytes(15).toString('base64url');
    const user = await this.users.insert({
      email,
      displayName: 'Administrator',
      passwordHash: await hashPassword(password),
      role: 'admin',
    });
    if (given === undefined) announce(email, password);
    return { user, isNew: true };
  }
}

/** Not through the log: it is for the person who starts the product, once, and logs are kept. */
function announce(email: string, password: string): void {
  process.stdout.write(
    `\nAdministrator made. Sign in with\n  e-mail:   ${email}\n  password: ${password}\nIt is not shown again.\n\n`,
  );
}
