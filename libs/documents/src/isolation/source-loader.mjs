/** Lets a worker run TypeScript source: `.js` imports find the `.ts` beside them, types are stripped by SWC. */
import { register } from 'node:module';

register('./source-loader-hooks.mjs', import.meta.url);
