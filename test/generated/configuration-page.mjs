import { describeSettings as describeApiSettings } from '../../apps/api/src/config.js';
import { describeSettings as describeWorkerSettings } from '../../apps/worker/src/config.js';
import { START_SETTINGS } from '../../apps/local/src/settings.mjs';

/** @typedef {{ readonly name: string, readonly description: string, readonly default: string | null, readonly required?: boolean }} Row */

/** The text of docs/configuration.md, from what each process checks its settings by. */
export function configurationPage() {
  return `<!-- Made from the code by \`npm run generate\`; a test proves it fresh. -->

# Settings

Settings are environment variables. Each process checks its own when it starts and names all that are wrong at once. A
blank one counts as absent.

## \`npm start\`

What is not listed here is handed on to the API and the worker. They are told where the servers are, and get secrets that
are made at first start and kept in the data directory. A default port that is taken is stepped over; one that was set is
refused.

${table(START_SETTINGS)}

## API

${table(describeApiSettings())}

## Worker

${table(describeWorkerSettings())}
`;
}

/** @param {readonly Row[]} rows */
function table(rows) {
  return [
    '| Setting | Default | Meaning |',
    '| --- | --- | --- |',
    ...rows.map(
      (row) => `| \`${row.name}\` | ${defaultOf(row)} | ${row.description.replaceAll('|', '\\|')} |`,
    ),
  ].join('\n');
}

/** @param {Row} row */
function defaultOf({ default: value, required }) {
  if (value !== null) return `\`${value}\``;
  return required === true ? 'required' : 'none';
}
