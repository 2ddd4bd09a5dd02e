import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs';

/** Above this many bytes a log makes room: its text moves to `<file>.1`, replacing what was there. */
const ROTATE_ABOVE = 10 * 1024 * 1024;

const TAIL_BYTES = 8 * 1024;

/**
 * Moves a long log aside. Its writers hold it open for appending, so it is copied and emptied, not renamed.
 * @param {string} path
 */
export function rotateLog(path) {
  if (!existsSync(path) || statSync(path).size <= ROTATE_ABOVE) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
}

/**
 * The last lines of a log, for showing beside a failure.
 * @param {string} path
 * @param {number} [lines]
 * @returns {readonly string[]}
 */
export function tailOfLog(path, lines = 15) {
  if (!existsSync(path)) return [];
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines);
  } finally {
    closeSync(file);
  }
}
