import { writeFile, mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

export interface BundleOptions {
  /**
   * The code that tells what it asks for while a history is replayed. Each replay reads its source map anew and never
   * lets go of it, so it has none: a few hundred replays would end the process.
   */
  readonly replay?: boolean;
  /** Modules that stand in for others: `{ '#interpreter$': '/a/path.ts' }` for that request alone. */
  readonly alias?: Readonly<Record<string, string>>;
}

const SOURCE_MAP = '//# sourceMappingURL=data:application/json;charset=utf-8;base64,';

/** The SDK insists on a source map, so it gets one that says nothing. */
function withoutSourceMap(code: string): string {
  const empty = { version: 3, file: 'workflows.js', sources: [], names: [], mappings: '' };
  const script = code.slice(0, code.lastIndexOf('//# sourceMappingURL=data:'));
  return `${script}${SOURCE_MAP}${Buffer.from(JSON.stringify(empty)).toString('base64')}\n`;
}

/** The workflow code as one script for `WorkerOptions.workflowBundle`, made from where this file stands: sources or dist. */
export async function workflowBundle({ replay = false, alias = {} }: BundleOptions = {}): Promise<{
  readonly code: string;
}> {
  const here = import.meta.dirname;
  const extension = extname(import.meta.filename);
  const workflowsPath = join(here, 'workflows', `index${extension}`);
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    // Evaluating modules is a large part of what a new execution costs, so all of them are loaded once, for every
    // execution. What is loaded here is frozen: it must keep nothing but memos in its module scope.
    preloadModules: [workflowsPath],
    workflowInterceptorModules: replay ? [join(here, 'replay', `interceptors${extension}`)] : [],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        alias: { ...config.resolve?.alias, ...alias },
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
  return { code: replay ? withoutSourceMap(code) : code };
}

/** Writes the bundle where a worker's `codePath` finds it. */
export async function buildWorkflowBundle(outFile: string, options: BundleOptions = {}): Promise<void> {
  const { code } = await workflowBundle(options);
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, code);
}
