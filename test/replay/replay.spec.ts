import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { recorded } from './recorded-definitions.js';

const HISTORIES = join('test', 'replay', 'histories');

/** Histories recorded from real executions, replayed against the workflow code of today. */
describe('recorded histories', () => {
  beforeAll(() => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
  });

  const files = readdirSync(HISTORIES).filter((name) => name.endsWith('.json'));

  it('are there for every definition that is recorded', () => {
    expect(files.map((name) => name.replace('.json', ''))).toEqual(
      expect.arrayContaining(Object.keys(recorded)),
    );
  });

  it.each(files)(
    '%s replays without a difference',
    async (name) => {
      const history = read(name);
      await Worker.runReplayHistory({ workflowBundle: bundle() }, history, workflowId(history));
    },
    30_000,
  );

  it('do not replay when a step has another name: the check is able to fail', async () => {
    const changed = JSON.parse(
      JSON.stringify(read('constructs.json')).replaceAll('"activityId":"search#1"', '"activityId":"other#1"'),
    );
    await expect(
      Worker.runReplayHistory({ workflowBundle: bundle() }, changed, workflowId(changed)),
    ).rejects.toThrow(/TMPRL1100|[Nn]on-?determin/);
  }, 30_000);

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

function read(name: string): RecordedHistory {
  return JSON.parse(readFileSync(join(HISTORIES, name), 'utf8')) as RecordedHistory;
}

interface RecordedHistory {
  readonly events: readonly {
    readonly workflowExecutionStartedEventAttributes?: { readonly workflowId?: string };
  }[];
}

/** The workflow reads its own id, so a replay has to have the same. */
function workflowId({ events }: RecordedHistory): string | undefined {
  return events[0]?.workflowExecutionStartedEventAttributes?.workflowId;
}
