import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runIsolated } from './run-isolated.js';
import type { IsolationLimits } from './run-isolated.js';

const LIMITS: IsolationLimits = { timeoutMs: 30_000, heapMb: 64, maximumGrowthMb: 400 };

const ANSWER = `
  import { parentPort, workerData } from 'node:worker_threads';
  parentPort.postMessage({ kind: 'done', result: { task: workerData, environment: { ...process.env } } });
`;

describe('a task in a thread of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isolated-'));
  const run = (
    code: string,
    limits: Partial<IsolationLimits> = {},
    signal?: AbortSignal,
  ): Promise<unknown> => {
    const entry = join(folder, 'entry.mjs');
    writeFileSync(entry, code);
    return runIsolated(pathToFileURL(entry), 'task', { ...LIMITS, ...limits }, signal);
  };

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is given its task and no environment', async () => {
    await expect(run(ANSWER)).resolves.toEqual({ kind: 'done', result: { task: 'task', environment: {} } });
  });

  it.each([
    ['loops for ever', 'for (;;);', 'timeout', { timeoutMs: 1_000 }],
    ['waits for ever', 'setInterval(() => undefined, 1000);', 'timeout', { timeoutMs: 1_000 }],
    ['calls itself without end', 'const call = () => call() + 1; call();', 'crashed', {}],
    ['fills its heap', 'const all = []; for (;;) all.push(new Array(1000).fill(0.5));', 'out-of-memory', {}],
    [
      'fills buffers outside its heap',
      'const all = []; setInterval(() => all.push(Buffer.alloc(32 * 1024 * 1024, 1)), 10);',
      'out-of-memory',
      {},
    ],
    ['throws', 'throw new Error("broken");', 'crashed', {}],
    ['fails where nobody listens', 'void Promise.reject(new Error("broken"));', 'crashed', {}],
    ['ends its process', 'process.exit(0);', 'crashed', {}],
  ] as const)('that %s fails alone', async (_what, code, fault, limits) => {
    await expect(run(code, limits)).rejects.toMatchObject({ name: 'IsolationError', fault });
    await expect(run(ANSWER)).resolves.toMatchObject({ kind: 'done' });
  });

  it('is stopped when it is not wanted any more', async () => {
    const stop = new AbortController();
    const running = run('for (;;);', {}, stop.signal);
    stop.abort(new Error('not wanted'));

    await expect(running).rejects.toThrow('not wanted');
  });
});
