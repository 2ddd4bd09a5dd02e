import { writeFile, mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

/** The workflow code as one script for `WorkerOptions.workflowBundle`, made from where this file stands: sources or dist. */
export async function workflowBundle(): Promise<{ readonly code: string }> {
  const here = import.meta.dirname;
  const extension = extname(import.meta.filename);
  const workflowsPath = join(here, 'workflows', `index${extension}`);
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    // Evaluating modules is a large part of what a new execution costs, so all of them are loaded once, for every
    // execution. What is loaded here is frozen: it must keep nothing but memos in its module scope.
    preloadModules: [workflowsPath],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: [
          ...(extension === '.js' ? ['dist'] : []),
          'webpack',
          'import',
          'module',
          'default',
          '...',
        ],
      },
    }),
  });
  return { code };
}

/** Writes the bundle where a worker's `codePath` finds it. */
export async function buildWorkflowBundle(outFile: string): Promise<void> {
  const { code } = await workflowBundle();
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, code);
}
