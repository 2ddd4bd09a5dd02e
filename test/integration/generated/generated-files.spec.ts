import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

jest.setTimeout(120_000);

/** Runs a program; what it printed is what the test shows when it fails. */
async function run(...args: readonly string[]): Promise<string> {
  return promisify(execFile)(process.execPath, args).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr || 'failed',
  );
}

describe('committed files that are made from code', () => {
  it('are what the code makes', async () => {
    await expect(
      run('--import', './test/support/typescript-loader.mjs', 'test/generated/write.mjs', '--check'),
    ).resolves.toBe('');
  });

  it("include the types of the page's operations", async () => {
    await expect(
      run('node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'web/codegen.ts', '--check'),
    ).resolves.toBe('');
  });
});
