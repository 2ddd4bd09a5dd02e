import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Memory } from './report-memory.js';

/** A worker of the bench in a process of its own. */
export interface WorkerProcess {
  /** How much memory it takes now. */
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/** Starts one of the worker files beside this one, and comes back when it polls. */
export async function startWorkerProcess(file: string, env: NodeJS.ProcessEnv): Promise<WorkerProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: process.execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), ended]);
  if (first[0] !== 'ready') throw new Error(`${file} ended before it was ready.`);
  return {
    memory: async () => {
      const answered = once(child, 'message');
      child.send('memory');
      const [memory] = await answered;
      return memory as Memory;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
