import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { EventListener } from '#persistence';
import type { Settings } from '../config.js';
import { Log } from '../logging/log.js';
import { SETTINGS } from '../settings.js';
import { Wake } from './wake.js';

/**
 * Wakes whoever follows an execution when its log has grown, in any process. Only numbers travel;
 * followers read the events from the table, so nothing queues up here however slow they are.
 */
@Injectable()
export class EventBridge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly followers = new Map<string, Set<Wake>>();
  private readonly listener: EventListener;

  constructor(@Inject(SETTINGS) settings: Settings, log: Log) {
    this.listener = new EventListener(settings.DATABASE_URL, {
      onNotice: ({ id }) => this.followers.get(id)?.forEach((wake) => wake.ring()),
      onConnected: () => this.all().forEach((wake) => wake.ring()),
      onError: (error) => log.warn({ err: error }, 'the event connection was lost; connecting again'),
    });
  }

  onApplicationBootstrap(): void {
    this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.all().forEach((wake) => wake.close());
    await this.listener.stop();
  }

  /** Call before reading, so that nothing written in between is missed. Closing it lets go. */
  follow(executionId: string): Wake {
    const wakes = this.followers.get(executionId) ?? new Set();
    const wake = new Wake(() => {
      wakes.delete(wake);
      if (wakes.size === 0) this.followers.delete(executionId);
    });
    this.followers.set(executionId, wakes.add(wake));
    return wake;
  }

  private all(): readonly Wake[] {
    return [...this.followers.values()].flatMap((wakes) => [...wakes]);
  }
}
