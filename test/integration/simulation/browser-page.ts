import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page as BrowserPage } from 'playwright-core';
import { launch } from '../../e2e/browser.js';
import type { Page } from './page.js';

/** The interpreter as the designer has it: built for the page, in a browser. */
export interface InterpreterPage {
  readonly call: <Name extends keyof Page>(
    name: Name,
    ...args: Parameters<Page[Name]>
  ) => Promise<ReturnType<Page[Name]>>;
  readonly close: () => Promise<void>;
}

export async function openPage(): Promise<InterpreterPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'sluice-test-page-'));
  await promisify(execFile)(process.execPath, [join(__dirname, 'build-page.mjs'), outDir]);
  const browser = await launch();
  const page = await browser.newPage();
  await page.addScriptTag({ path: join(outDir, 'page.js'), type: 'module' });
  return {
    call: (name, ...args) => callIn(page, name, args),
    close: async () => {
      await browser.close();
      await rm(outDir, { recursive: true });
    },
  };
}

/** As JSON both ways, as everything that passes between an execution and its interpreter. */
async function callIn<Result>(page: BrowserPage, name: string, args: readonly unknown[]): Promise<Result> {
  const call = `JSON.stringify(globalThis.page[${JSON.stringify(name)}](...${JSON.stringify(args)}))`;
  return JSON.parse(await page.evaluate<string>(call)) as Result;
}
