import { stopAll } from './running.mjs';

/** Jest's global teardown of the browser tests. */
export default async function tearDown() {
  await stopAll();
}
