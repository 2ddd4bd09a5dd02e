import { join } from 'node:path';
import { build } from 'vite';

/** Builds `page.ts` as `npm run build:web` builds the designer, into the folder in the first argument, as `page.js`. */
const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('Give the folder to write to.');
await build({
  configFile: join(import.meta.dirname, '../../../web/vite.config.ts'),
  logLevel: 'warn',
  publicDir: false,
  build: {
    outDir,
    rolldownOptions: {
      input: join(import.meta.dirname, 'page.ts'),
      output: { entryFileNames: 'page.js' },
    },
  },
});
