import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandLineOf, identityOf, isRunning, waitUntilGone } from './identity.mjs';
import { StartError } from '../start-error.mjs';
import { rotateLog, tailOfLog } from './log-file.mjs';

/**
 * @typedef {object} ServiceCommand
 * @property {string} name shown to people
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} logFile takes both output streams
 * @property {string} pidFile where a later start finds what an earlier one left running
 * @property {NodeJS.ProcessEnv} [env] the whole environment; ours without it
 * @property {string} [cwd]
 * @property {import('../postgres/account.mjs').Account} [account] the user to run as, when started as root
 * @property {readonly Signal[]} [stopSignals] sent one after the other to end it; default SIGTERM, SIGKILL
 */

/**
 * @typedef {{ readonly signal: NodeJS.Signals, readonly patienceMs: number }} Signal
 * @typedef {{ readonly code: number | null, readonly signal: NodeJS.Signals | null }} Exit
 */

/**
 * A running service.
 * @typedef {object} ServiceProcess
 * @property {string} name
 * @property {number} pid
 * @property {string} logFile
 * @property {Promise<Exit>} exited
 * @property {() => boolean} hasExited
 * @property {() => Promise<void>} stop ends it gently, then less so; does nothing when it has ended
 * @property {() => void} kill ends it at once
 */

/** What this process has started and what still lives. @type {Set<ServiceProcess>} */
const living = new Set();

/** @type {readonly Signal[]} */
const DEFAULT_STOP = [{ signal: 'SIGTERM', patienceMs: 20_000 }];
const AFTER_KILL_MS = 5_000;

/**
 * Starts a service in a session of its own, so that Ctrl-C in the terminal reaches only us and the order of
 * stopping stays ours. Its output goes straight to the log file and does not need us to stay alive.
 * @param {ServiceCommand} service
 * @returns {Promise<ServiceProcess>} rejects when the command cannot be run at all
 */
export async function startProcess(service) {
  mkdirSync(dirname(service.logFile), { recursive: true });
  rotateLog(service.logFile);
  const log = openSync(service.logFile, 'a', 0o600);
  const child = privately(() =>
    spawn(service.command, service.args, {
      cwd: service.cwd,
      env: service.env ?? process.env,
      stdio: ['ignore', log, log],
      detached: true,
      windowsHide: true,
      ...(service.account && { uid: service.account.uid, gid: service.account.gid }),
    }),
  );
  closeSync(log);
  await new Promise((resolve, reject) => child.once('spawn', () => resolve(undefined)).once('error', reject));
  const pid = /** @type {number} */ (child.pid);
  writePidFile(service.pidFile, pid);

  /** @type {Promise<Exit>} */
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  void exited.then(() => rmSync(service.pidFile, { force: true }));

  /** @type {ServiceProcess} */
  const started = {
    name: service.name,
    pid,
    logFile: service.logFile,
    exited,
    hasExited,
    kill: () => void (hasExited() || signalGroup(pid, 'SIGKILL')),
    stop: async () => {
      for (const { signal, patienceMs } of service.stopSignals ?? DEFAULT_STOP) {
        if (hasExited()) return;
        child.kill(signal);
        await Promise.race([exited, pause(patienceMs)]);
      }
      if (hasExited()) return;
      signalGroup(pid, 'SIGKILL');
      await exited;
    },
  };
  if (living.size === 0) process.once('exit', killAllServices);
  living.add(started);
  void exited.then(() => {
    living.delete(started);
    if (living.size === 0) process.off('exit', killAllServices);
  });
  return started;
}

/** Ends at once all services that this process has started; also when it ends itself with some still running. */
export function killAllServices() {
  for (const service of living) service.kill();
}

/**
 * Ends what an earlier start, killed before it could stop its services, left running.
 * @param {{ pidFile: string, expectedCommand: string, stopSignals?: readonly Signal[] }} leftover
 *   `expectedCommand` must be part of the command line: a number alone may by now be somebody else's
 * @returns {Promise<number | undefined>} its process number when there was one
 */
export async function endLeftover({ pidFile, expectedCommand, stopSignals = DEFAULT_STOP }) {
  const identity = readPidFile(pidFile);
  rmSync(pidFile, { force: true });
  if (!identity || !isRunning(identity) || !commandLineOf(identity.pid).includes(expectedCommand))
    return undefined;
  for (const { signal, patienceMs } of stopSignals) {
    signalOne(identity.pid, signal);
    if (await waitUntilGone(identity, patienceMs)) return identity.pid;
  }
  signalGroup(identity.pid, 'SIGKILL');
  await waitUntilGone(identity, AFTER_KILL_MS);
  return identity.pid;
}

/**
 * Waits until `probe` answers true, as long as the service lives.
 * @param {ServiceProcess} service
 * @param {() => Promise<boolean>} probe
 * @param {{ timeoutMs: number, everyMs?: number }} timing
 * @throws {StartError} with the end of the log when the service ends or the time is over
 */
export async function waitUntilReady(service, probe, { timeoutMs, everyMs = 100 }) {
  const deadline = Date.now() + timeoutMs;
  while (!(await probe())) {
    if (service.hasExited())
      throw new StartError(`${service.name} ended while starting.\n${logExcerpt(service.logFile)}`);
    if (Date.now() > deadline) {
      throw new StartError(
        `${service.name} did not get ready in ${timeoutMs / 1000} s.\n${logExcerpt(service.logFile)}`,
      );
    }
    await pause(everyMs);
  }
}

/**
 * The end of a log, indented, under its path.
 * @param {string} logFile
 */
export function logExcerpt(logFile) {
  return [`  end of ${logFile}:`, ...tailOfLog(logFile).map((line) => `  | ${line}`)].join('\n');
}

/**
 * Files that the service makes are its owner's alone.
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
function privately(work) {
  const before = process.umask(0o077);
  try {
    return work();
  } finally {
    process.umask(before);
  }
}

/**
 * @param {string} pidFile
 * @param {number} pid
 */
function writePidFile(pidFile, pid) {
  mkdirSync(dirname(pidFile), { recursive: true });
  writeFileSync(pidFile, JSON.stringify(identityOf(pid) ?? { pid, startedAt: 'unknown' }), { mode: 0o600 });
}

/**
 * @param {string} pidFile
 * @returns {import('./identity.mjs').ProcessIdentity | undefined}
 */
function readPidFile(pidFile) {
  try {
    return JSON.parse(readFileSync(pidFile, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  signalOne(process.platform === 'win32' ? pid : -pid, signal);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalOne(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between our look and our signal, which is what we wanted.
  }
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
