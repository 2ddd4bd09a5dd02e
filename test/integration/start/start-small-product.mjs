import { start } from '../../../apps/local/src/start.mjs';
import { StartError } from '../../../apps/local/src/start-error.mjs';

/** `npm start` on the repository given as the first argument. */
try {
  process.exitCode = await start(process.argv[2] ?? '', process.env);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exitCode = 1;
}
