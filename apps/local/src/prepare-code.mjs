import { buildChanged } from './build/build.mjs';
import { install, isInstalled } from './build/install.mjs';
import { withProgress } from './progress.mjs';

/**
 * Brings node_modules and the built code up to date with the sources.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal} [interrupted]
 */
export async function prepareCode(root, progress, interrupted) {
  await installMissing(root, progress, interrupted);
  await buildChanged(root, progress, interrupted);
}

/**
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal} [interrupted]
 */
export async function installMissing(root, progress, interrupted) {
  if (isInstalled(root)) return;
  await withProgress(
    progress,
    'Installing packages',
    (update) => install(root, update, interrupted),
    () => 'done',
  );
}
