import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { StartError } from '../start-error.mjs';

/**
 * Made at first start, kept for the life of the data directory, readable by its owner only.
 * @typedef {object} Secrets
 * @property {string} secret signs access tokens
 * @property {string} secretKey encrypts what people store as secrets
 * @property {string} postgresPassword
 * @property {string} adminPassword
 * @property {boolean} adminPasswordShown
 */

/**
 * @param {string} path
 * @returns {Secrets}
 */
export function loadSecrets(path) {
  if (!existsSync(path)) {
    const fresh = {
      secret: randomBytes(32).toString('base64url'),
      secretKey: newSecretKey(),
      postgresPassword: randomBytes(24).toString('base64url'),
      adminPassword: randomBytes(12).toString('base64url'),
      adminPasswordShown: false,
    };
    saveSecrets(path, fresh);
    return fresh;
  }
  const { secretKey, ...kept } = readSecrets(path);
  if (secretKey !== undefined) return { ...kept, secretKey };
  // From before secrets could be stored.
  const completed = { ...kept, secretKey: newSecretKey() };
  saveSecrets(path, completed);
  return completed;
}

function newSecretKey() {
  return randomBytes(32).toString('base64');
}

/**
 * @param {string} path
 * @returns {Omit<Secrets, 'secretKey'> & Partial<Secrets>}
 */
function readSecrets(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new StartError(
      `${path} cannot be read. It holds the password of the database beside it: restore it from a backup.`,
    );
  }
}

/**
 * @param {string} path
 * @param {Secrets} secrets
 */
export function saveSecrets(path, secrets) {
  writeJson(path, secrets);
}

/**
 * Writes a private file whole or not at all.
 * @param {string} path
 * @param {unknown} value
 */
export function writeJson(path, value) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, path);
}
