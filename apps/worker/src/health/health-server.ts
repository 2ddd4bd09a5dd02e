import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable } from '@nestjs/common';

export interface HealthChecks {
  /** The process works; false makes an orchestrator restart it. */
  readonly alive: () => boolean;
  /** It also reaches what it needs. */
  readonly ready: () => Promise<boolean>;
}

/** Answers GET /healthz and GET /readyz with 200 or 503; nothing else is served. */
@Injectable()
export class HealthServer {
  private server: Server | null = null;

  /** Gives the port it listens on. Rejects when the port is taken. */
  async listen(host: string, port: number, checks: HealthChecks): Promise<number> {
    const server = createServer((request, response) => {
      void answer(request.method, request.url, checks).then((status) => {
        response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
        response.end(status === 200 ? 'ok\n' : 'not ok\n');
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.server = server;
    return (server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server === null) return;
    this.server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function answer(
  method: string | undefined,
  url: string | undefined,
  checks: HealthChecks,
): Promise<number> {
  if (method !== 'GET') return 405;
  if (url === '/healthz') return checks.alive() ? 200 : 503;
  if (url === '/readyz') return (await checks.ready().catch(() => false)) ? 200 : 503;
  return 404;
}
