import { join } from 'node:path';
import { buildWorkflowBundle } from './bundle.js';

/** Built code stands in dist/temporal/src; the bundles go to dist. */
const dist = join(import.meta.dirname, '..', '..');
await buildWorkflowBundle(join(dist, 'workflow-bundle.js'));
await buildWorkflowBundle(join(dist, 'replay-bundle.js'), { replay: true });
