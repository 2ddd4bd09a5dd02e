import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { anyFreePort } from '../../../apps/local/src/net/port.mjs';
import { commandLineOf, identityOf } from '../../../apps/local/src/process/identity.mjs';
import { makeScratch } from '../../support/scratch.mjs';
import { makeSmallProduct } from './small-product.mjs';

const READY = 'Ctrl-C stops everything';

/** A repository like ours, small, which tests start, kill and start again. */
export class SmallRepository {
  root = makeScratch('start');
  dataDir = join(this.root, '.sluice');
  notesFile = join(this.root, 'notes.txt');

  constructor() {
    makeSmallProduct(this.root);
  }

  /** What was built, started and stopped, in order. */
  notes() {
    return existsSync(this.notesFile) ? readFileSync(this.notesFile, 'utf8').trim().split('\n') : [];
  }

  /** @param {NodeJS.ProcessEnv} [env] */
  async start(env = {}) {
    const ports = {
      SLUICE_PORT: String(await anyFreePort()),
      SLUICE_WORKER_PORT: String(await anyFreePort()),
      SLUICE_POSTGRES_PORT: String(await anyFreePort()),
      SLUICE_TEMPORAL_PORT: String(await anyFreePort()),
      SLUICE_TEMPORAL_UI_PORT: String(await anyFreePort()),
    };
    return new SmallStart(this.root, { ...ports, SMALL_PRODUCT_NOTES: this.notesFile, ...env });
  }

  /** Processes of this repository that live, whoever started them. */
  processes() {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && identityOf(Number(name)) !== undefined)
      .map((name) => ({ pid: Number(name), command: commandLineOf(Number(name)) }))
      .filter(({ command }) => command.includes(this.root));
  }

  /** Ends everything of this repository the hard way. */
  killAll() {
    for (const { pid } of this.processes()) process.kill(pid, 'SIGKILL');
  }
}

/** One run of `npm start`. */
export class SmallStart {
  output = '';
  #child;

  /**
   * @param {string} root
   * @param {NodeJS.ProcessEnv} env
   */
  constructor(root, env) {
    this.env = env;
    const script = resolve('test/integration/start/start-small-product.mjs');
    const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, ...inherited } = process.env;
    this.#child = spawn(process.execPath, [script, root], {
      env: { ...inherited, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ data) => (this.output += data.toString()));
    }
    /** @type {Promise<number | null>} */
    this.exited = new Promise((settle) => this.#child.once('close', (code) => settle(code)));
  }

  get url() {
    return `http://127.0.0.1:${this.env['SLUICE_PORT']}`;
  }

  /** @returns {Promise<this>} */
  async ready() {
    await this.says(READY);
    return this;
  }

  /**
   * Waits until the output holds the text.
   * @param {string} text
   */
  async says(text) {
    const deadline = Date.now() + 60_000;
    while (!this.output.includes(text)) {
      if (this.#child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`It never said "${text}":\n${this.output}`);
      }
      await new Promise((settle) => setTimeout(settle, 50));
    }
  }

  /** @param {NodeJS.Signals} signal */
  async end(signal) {
    this.#child.kill(signal);
    return this.exited;
  }
}
