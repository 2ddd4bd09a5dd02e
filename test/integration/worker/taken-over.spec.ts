import type { Reuse } from '#interpreter';
import { workKey } from '#interpreter';
import { runsOf } from './support/history.js';
import { Rig } from './support/rig.js';
import { gives } from './support/scripted-steps.js';

const ITEMS = Array.from({ length: 20 }, (_, n) => n);

/** One after the other, and every second one was done before. */
const LISTED = `
schemaVersion: 1
name: Listed
steps:
  - id: each
    type: loop
    configuration: { mode: forEach, items: '${JSON.stringify(ITEMS)}', result: steps.find.result_count }
  - { id: find, type: search, parent: each, configuration: { query: "item {{ loop.item }}" } }
connections: []
`;

const reuse = (configurations: Readonly<Record<string, object>>): Reuse => ({
  executionId: 'the one before',
  outputs: Object.fromEntries(
    ITEMS.filter((n) => n % 2 === 1).map((n) => {
      const configuration = { ...configurations[`each[${n}]/find`] };
      const key = workKey({ stepType: 'search', configuration, incoming: {}, documents: null });
      return [`each[${n}]/find`, { key, output: { facts: { result_count: n }, references: {} } }];
    }),
  ),
});

describe('what an execution before gave', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  it.each(['value', 'reference'] as const)(
    'is taken over in every run, when it is given by %s',
    async (kind) => {
      const configurations: Record<string, object> = {};
      rig.steps.use({
        find: ({ request, context }) => {
          configurations[context.path] = request.configuration;
          return gives({ result_count: Number(/\d+/.exec(context.path)?.[0]) });
        },
      });
      const first = await rig.run(LISTED);
      expect(await first.closed()).toBe('COMPLETED');
      rig.steps.calls.length = 0;

      const value = reuse(configurations);
      const reference = await rig.stores.artifacts.put('json', 1, JSON.parse(JSON.stringify(value)));
      const carried = kind === 'value' ? ({ kind, value } as const) : ({ kind, reference } as const);
      const run = await rig.run(LISTED, { argument: { continueAfterEvents: 16, reuse: carried } });
      expect(await run.closed()).toBe('COMPLETED');
      expect(await runsOf(run)).toBeGreaterThan(2);
      const even = ITEMS.filter((n) => n % 2 === 0);
      expect(rig.steps.calls).toEqual(even.map((n) => `each[${n}]/find`));
      expect((await run.execution()).outputData).toMatchObject({ each: { results: ITEMS } });
    },
    60_000,
  );
});
