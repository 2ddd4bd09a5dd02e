import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Database } from '#persistence';
import { Log } from '../logging/log.js';
import { Administrator } from './administrator.js';
import { Sample } from './sample.js';

/** Brings the database to where the product can run, before anything else starts. One process at a time. */
@Injectable()
export class Startup implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly administrator: Administrator,
    private readonly sample: Sample,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.database.alone(async () => {
      const migrations = await this.database.migrate();
      if (migrations.length > 0) this.log.info({ migrations }, 'database schema brought up to date');
      const { user, isNew } = await this.administrator.ensure();
      if (isNew) await this.sample.plant(user);
    });
  }
}
