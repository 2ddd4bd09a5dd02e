import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { NAMESPACE } from '../../support/namespace.js';

/** The real worker as a process of its own, run from the sources. */
export class WorkerChild {
  private readonly output: string[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (data: Buffer) => this.output.push(data.toString()));
    child.stderr?.on('data', (data: Buffer) => this.output.push(data.toString()));
  }

  /** Resolves when it serves its task queues. */
  static async start(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<WorkerChild> {
    const environment = {
      DATABASE_URL: databaseUrl,
      TEMPORAL_NAMESPACE: NAMESPACE,
      TEMPORAL_ADDRESS: process.env['SLUICE_TEST_TEMPORAL_ADDRESS'] ?? '',
      SLUICE_WORKFLOW_BUNDLE: process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] ?? '',
      SLUICE_WORKER_PORT: '0',
      SLUICE_SHUTDOWN_GRACE_SECONDS: '2',
      ...more,
    };
    const child = spawn(
      process.execPath,
      ['--import', './test/support/typescript-loader.mjs', 'apps/worker/src/main.ts'],
      { env: { PATH: process.env['PATH'], ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const worker = new WorkerChild(child);
    await worker.says('Serving task queues');
    return worker;
  }

  /** Ends as a crash would: nothing is told, nothing is cleaned up. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Gives the exit code of an orderly stop. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
    return this.child.exitCode;
  }

  private async says(text: string): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!this.output.join('').includes(text)) {
      if (this.child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`The worker did not start:\n${this.output.join('')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
