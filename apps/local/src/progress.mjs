/**
 * @typedef {object} Task something that takes a while
 * @property {(detail: string) => void} update says what it is doing now
 * @property {(result: string) => void} done
 * @property {() => void} failed
 *
 * @typedef {object} Progress
 * @property {(text: string) => void} say
 * @property {(title: string) => Task} begin
 */

/** How often a line is repeated where it cannot be rewritten, as in a log of continuous integration. */
const REPEAT_MS = 10_000;
const REDRAW_MS = 500;

/**
 * Tells a person what is going on: one line per task, rewritten in place on a terminal, repeated now and then elsewhere.
 * @param {NodeJS.WriteStream} [out]
 * @returns {Progress}
 */
export function createProgress(out = process.stdout) {
  const terminal = out.isTTY === true;
  /** @type {string} */
  let unfinished = '';

  const clear = () => unfinished !== '' && out.write('\r\x1b[K');
  /** @param {string} text */
  const say = (text) => {
    clear();
    out.write(`${text}\n`);
    if (unfinished !== '') out.write(unfinished);
  };
  /** @param {string} line */
  const redraw = (line) => {
    clear();
    unfinished = line.slice(0, Math.max(20, (out.columns ?? 80) - 1));
    out.write(unfinished);
  };

  return {
    say,
    begin: (title) => {
      const startedAt = Date.now();
      let detail = '';
      const elapsed = () => formatDuration(Date.now() - startedAt);
      const line = () => `  … ${title} (${elapsed()})${detail && `: ${detail}`}`;
      const show = terminal ? () => redraw(line()) : () => say(line());
      if (terminal) show();
      const timer = setInterval(show, terminal ? REDRAW_MS : REPEAT_MS);
      /** @param {string} last */
      const finish = (last) => {
        clearInterval(timer);
        clear();
        unfinished = '';
        say(last);
      };
      return {
        update: (text) => {
          detail = text;
          if (terminal) show();
        },
        done: (result) => finish(`  ✓ ${title}: ${result} (${elapsed()})`),
        failed: () => finish(`  ✗ ${title} (${elapsed()})`),
      };
    },
  };
}

/**
 * Runs a task under a progress line.
 * @template T
 * @param {Progress} progress
 * @param {string} title
 * @param {(update: (detail: string) => void) => Promise<T>} work
 * @param {(value: T) => string} summary
 * @returns {Promise<T>}
 */
export async function withProgress(progress, title, work, summary) {
  const task = progress.begin(title);
  try {
    const value = await work(task.update);
    task.done(summary(value));
    return value;
  } catch (error) {
    task.failed();
    throw error;
  }
}

/** @param {number} ms */
export function formatDuration(ms) {
  const seconds = ms / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
