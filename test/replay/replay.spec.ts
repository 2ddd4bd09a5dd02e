import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { quietRuntime } from '../support/quiet-runtime.js';
import { recorded } from './recorded-definitions.js';
import { HISTORIES, readHistory, workflowIdOf } from './recorded-history.js';

/** Histories recorded from real executions, replayed against the workflow code of today. */
describe('recorded histories', () => {
  beforeAll(quietRuntime);

  const names = readdirSync(HISTORIES)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''));

  it('are there for every definition that is recorded', () => {
    expect(names).toEqual(expect.arrayContaining(Object.keys(recorded)));
  });

  it.each(names)(
    '%s replays without a difference',
    async (name) => {
      const history = readHistory(name);
      await Worker.runReplayHistory({ workflowBundle: bundle() }, history, workflowIdOf(history));
    },
    30_000,
  );

  it('can be read because there is one protobufjs for all of the SDK', () => {
    const requireHere = createRequire(join(process.cwd(), 'package.json'));
    const copies = ['proto', 'common', 'client', 'worker'].map((name) => {
      const from = createRequire(requireHere.resolve(`@temporalio/${name}`));
      return from.resolve('protobufjs');
    });
    expect(new Set(copies).size).toBe(1);
  });
});

function bundle(): { readonly codePath: string } {
  return { codePath: process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] ?? '' };
}
