import pg from 'pg';

/** Says that the log of an execution has grown up to a number. The events themselves are read from the table. */
export interface EventNotice {
  readonly id: string;
  readonly sequence: number;
}

export interface EventListenerHandlers {
  readonly onNotice: (notice: EventNotice) => void;
  /** The connection is there (again): notices may have been missed, so everybody has to look. */
  readonly onConnected: () => void;
  readonly onError: (error: unknown) => void;
}

const CHANNEL = 'execution_events';
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;
/** A half-open connection hears nothing and fails nothing; asking now and then finds it out. */
const CHECK_MS = 15_000;

/**
 * One dedicated connection that listens for the recorder's notices and comes back by itself when it
 * is lost. It must not go through a pooler in transaction mode, which drops LISTEN.
 */
export class EventListener {
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private retryMs = FIRST_RETRY_MS;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly handlers: EventListenerHandlers,
  ) {}

  start(): void {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'sluice-events',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, null));
    client.on('notification', ({ payload }) => this.heard(payload));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      this.lost(client, error);
      return;
    }
    if (this.client !== client) return;
    this.retryMs = FIRST_RETRY_MS;
    this.check(client);
    this.handlers.onConnected();
  }

  private check(client: pg.Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.client === client && this.check(client),
        (error: unknown) => this.lost(client, error),
      );
    }, CHECK_MS);
  }

  private lost(client: pg.Client, error: unknown): void {
    if (this.client !== client || this.stopped) return;
    this.client = null;
    clearTimeout(this.timer);
    if (error) this.handlers.onError(error);
    client.end().catch(() => undefined);
    this.timer = setTimeout(() => void this.connect(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private heard(payload: string | undefined): void {
    const notice = parseNotice(payload ?? '');
    if (notice) this.handlers.onNotice(notice);
  }
}

function parseNotice(payload: string): EventNotice | null {
  try {
    const { id, sequence } = JSON.parse(payload) as Partial<EventNotice>;
    return typeof id === 'string' && typeof sequence === 'number' ? { id, sequence } : null;
  } catch {
    return null;
  }
}
