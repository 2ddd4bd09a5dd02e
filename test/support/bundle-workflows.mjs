import { buildWorkflowBundle } from '#temporal/bundle';

/** Writes the bundled workflow code to the path in the first argument; run under typescript-loader.mjs. */
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Give the path to write to.');
await buildWorkflowBundle(path);
