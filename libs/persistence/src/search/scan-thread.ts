import { Worker } from 'node:worker_threads';
import type { ScanAnswer, ScanRequest } from './scan.js';
import { scan } from './scan.js';

interface Waiting {
  readonly resolve: (answer: ScanAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** The thread's whole program, as text: a file would have to be found both as source and as built. */
const PROGRAM = `const { parentPort } = require('node:worker_threads');
const scan = ${scan.toString()};
parentPort.on('message', (request) => parentPort.postMessage(scan(request)));`;

/** Runs scans beside the event loop. Started by the first one; keeps no process alive. */
export class ScanThread {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private requests = 0;

  run(scanned: Omit<ScanRequest, 'request'>): Promise<ScanAnswer> {
    const request = ++this.requests;
    return new Promise((resolve, reject) => {
      this.waiting.set(request, { resolve, reject });
      const worker = (this.worker ??= this.start());
      worker.ref();
      worker.postMessage({ request, ...scanned });
    });
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(PROGRAM, { eval: true });
    worker.on('message', (answer: ScanAnswer) => {
      this.waiting.get(answer.request)?.resolve(answer);
      this.waiting.delete(answer.request);
      if (this.waiting.size === 0) worker.unref();
    });
    worker.on('error', (error: Error) => this.lost(worker, error));
    worker.on('exit', () => this.lost(worker, new Error('The thread that compares vectors has ended')));
    return worker;
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker === worker) this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
