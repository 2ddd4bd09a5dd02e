import { writeFile, mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

/**
 * Loaded once for all executions: evaluating modules is the most expensive part of a new one. What is
 * loaded here is frozen, so it must keep nothing but memos in its module scope.
 */
function preloaded(sources: string, extension: string): string[] {
  return [
    '@marcbachmann/cel-js',
    join(sources, `libs/definition/src/plan/index${extension}`),
    join(sources, `libs/interpreter/src/index${extension}`),
  ];
}

/** The workflow code as one script for `WorkerOptions.workflowBundle`, made from where this file stands: sources or dist. */
export async function workflowBundle(): Promise<{ readonly code: string }> {
  const here = import.meta.dirname;
  const extension = extname(import.meta.filename);
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(here, 'workflows', `index${extension}`),
    preloadModules: preloaded(join(here, '..', '..'), extension),
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
