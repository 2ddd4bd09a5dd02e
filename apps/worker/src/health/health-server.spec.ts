import { HealthServer } from './health-server.js';
import type { HealthChecks } from './health-server.js';

describe('the health checks of the worker', () => {
  const server = new HealthServer();
  afterEach(async () => server.close());

  const statusOf = async (path: string, checks: HealthChecks) => {
    const port = await server.listen('127.0.0.1', 0, checks);
    return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  };
  const healthy: HealthChecks = { alive: () => true, ready: async () => true };

  it('is alive while its workers run', async () => {
    expect(await statusOf('/healthz', healthy)).toBe(200);
  });

  it('is not alive when one of them broke', async () => {
    expect(await statusOf('/healthz', { ...healthy, alive: () => false })).toBe(503);
  });

  it('is not ready when a check throws', async () => {
    const ready = async () => Promise.reject(new Error('The database is away'));
    expect(await statusOf('/readyz', { ...healthy, ready })).toBe(503);
  });

  it('serves nothing else', async () => {
    expect(await statusOf('/metrics', healthy)).toBe(404);
  });
});
