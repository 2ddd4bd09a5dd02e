import { join } from 'node:path';
import { buildWorkflowBundle } from './bundle.js';

/** Built code stands in dist/temporal/src; the bundle goes to dist. */
await buildWorkflowBundle(join(import.meta.dirname, '..', '..', 'workflow-bundle.js'));
