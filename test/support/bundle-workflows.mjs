import { buildWorkflowBundle } from '#temporal/bundle';

/**
 * Writes the bundled workflow code to the path in the first argument, as the second, JSON, says; run under
 * typescript-loader.mjs.
 */
const [path, options = '{}'] = process.argv.slice(2);
if (path === undefined) throw new Error('Give the path to write to.');
await buildWorkflowBundle(path, JSON.parse(options));
