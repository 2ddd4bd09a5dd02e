import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { DocumentIntake } from '#persistence';
import { Log } from '../logging/log.js';

const INTERVAL_MS = 3_600_000;

/** Now and then removes content that never arrived whole: what uploads cut off by a crash leave behind. */
@Injectable()
export class ContentSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly intake: DocumentIntake,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.intake
        .sweep()
        .catch((error: unknown) => this.log.warn({ err: error }, 'content could not be swept'));
    }, INTERVAL_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
