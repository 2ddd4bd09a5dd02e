import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { anyFreePort } from './port.mjs';
import { settlePort } from './settle-port.mjs';

describe('the port a service gets', () => {
  let other: Server;
  let taken: number;
  let said: string[];
  const say = (text: string) => void said.push(text);
  const wanted = (port: number, explicit = false) => ({
    setting: 'SLUICE_PORT' as const,
    port,
    explicit,
    host: '127.0.0.1',
  });

  beforeEach(async () => {
    said = [];
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    taken = (other.address() as { port: number }).port;
  });
  afterEach(() => void other.close());

  it('is the one wanted when it is free', async () => {
    const port = await anyFreePort();
    await expect(settlePort(wanted(port, true), new Set(), say)).resolves.toBe(port);
    expect(said).toEqual([]);
  });

  it('is a later one, and said so, when the default is taken', async () => {
    const port = await settlePort(wanted(taken), new Set(), say);
    expect(port).toBeGreaterThan(taken);
    expect(said.join()).toContain(`Port ${taken} (SLUICE_PORT) is taken`);
    expect(said.join()).toContain(`Using ${port}.`);
  });

  it('is none when the one asked for is taken', async () => {
    await expect(settlePort(wanted(taken, true), new Set(), say)).rejects.toThrow(
      'Set SLUICE_PORT to a free one.',
    );
  });

  it('is not one that another of our services was given', async () => {
    const port = await anyFreePort();
    const given = new Set([port]);
    await expect(settlePort(wanted(port), given, say)).resolves.not.toBe(port);
    expect(given.size).toBe(2);
  });
});
