import { advance, start } from '#interpreter';
import type { Command, ExecutionRecord } from '#interpreter';
import { Rig } from '../worker/support/rig.js';
import { openPage } from './browser-page.js';
import type { InterpreterPage } from './browser-page.js';
import { GRAPHS, generated } from './generated.js';
import { performAll } from './performance.js';
import type { Performed } from './performance.js';
import { runAll } from './real-world.js';
import { retrace } from './retrace.js';
import type { Trace } from './retrace.js';
import { INPUT, SURROUNDINGS, scripted } from './scripted.js';
import { replayTraces, tappedBundle } from './tapped-replay.js';

/** The same executions each time; another `SLUICE_PROPERTY_SEED` gives others. */
const SEED = Number(process.env['SLUICE_PROPERTY_SEED'] ?? 448_714);

/** Generated executions on real servers, their replay by Temporal, the interpreter in Node and in a browser. */
describe(`the interpreter anywhere (seed ${SEED})`, () => {
  const simulated = scripted(SEED);
  let rig: Rig;
  let page: InterpreterPage;
  let replayed: readonly Trace[];
  let performed: readonly Performed[];

  beforeAll(async () => {
    const bundle = await tappedBundle();
    page = await openPage();
    rig = await Rig.start();
    replayed = await replayTraces(rig.client, bundle, await runAll(rig, generated(SEED)));
    performed = await performAll(rig, bundle, simulated);
  }, 3_600_000);

  afterAll(async () => {
    await page.close();
    await rig.stop();
  }, 600_000);

  describe('fed with what a replay of an execution feeds to it', () => {
    it('meets all kinds of ends, people who meddle, and runs that continue others', () => {
      expect(replayed.length).toBeGreaterThan(2 * GRAPHS);
      expect(replayed.some(({ begin }) => begin.kind === 'continue')).toBe(true);
      const kinds = new Set(replayed.flatMap(({ events }) => events.map(({ kind }) => kind)));
      const met = ['work-succeeded', 'work-failed', 'pause', 'resume', 'cancel', 'hold', 'release'];
      expect([...kinds]).toEqual(expect.arrayContaining(met));
    });

    it('gives the same states and commands in Node, byte for byte', () => {
      for (const trace of replayed) expect(retrace({ start, advance }, trace)).toEqual(trace.gave);
    });

    it('gives the same states and commands in a browser, built as for the designer, byte for byte', async () => {
      for (const trace of replayed) expect(await page.call('retrace', trace)).toEqual(trace.gave);
    }, 600_000);
  });

  /**
   * A simulation says how an execution goes for given outcomes; then one is made to go so, by steps and people that
   * come to these outcomes in the order of the simulation. Only the clocks differ.
   */
  describe('in a simulation as the designer makes it', () => {
    it('tells the transitions of the real execution, all of them, in the same order', () => {
      for (const { made, trace } of performed) {
        const real = recordsOf(trace);
        const numbers = new Set(real.map(({ sequence }) => sequence));
        const told = made.simulation.records.filter(({ sequence }) => numbers.has(sequence));
        expect(told.map(timeless)).toEqual(real.map(timeless));
      }
    });

    it('hands out the same work in the same order', () => {
      for (const { made, trace } of performed) {
        const real = commandsOf(trace).filter((command) => command.kind === 'work');
        const numbers = new Set(real.map(({ sequence }) => sequence));
        const told = made.simulation.records.flatMap((record) =>
          record.kind === 'step' && numbers.has(record.sequence) ? [record] : [],
        );
        expect(told.map(place)).toEqual(real.map(place));
      }
    });

    it('tries as often', () => {
      for (const { made, ran } of performed) {
        const told = made.turns.flatMap((turn) =>
          turn.kind === 'begins' ? [`${turn.path}#${turn.attempt}`] : [],
        );
        expect(told.toSorted()).toEqual(ran.toSorted());
      }
    });

    it('ends with the same status, output and error', () => {
      for (const { made, trace } of performed) {
        const { status, output, error } = made.simulation;
        expect(commandsOf(trace).at(-1)).toEqual({ kind: 'finish', status, output, error });
      }
    });

    it('says the same in a browser as in Node, byte for byte', async () => {
      for (const { plan, outcomes, simulation } of simulated) {
        const there = await page.call('simulate', plan, INPUT, outcomes, SURROUNDINGS);
        expect(JSON.stringify(there)).toBe(JSON.stringify(simulation));
      }
    }, 600_000);
  });
});

function commandsOf({ gave }: Trace): readonly Command[] {
  return gave.flatMap((answer) => (JSON.parse(answer) as [unknown, readonly Command[]])[1]);
}

function recordsOf(trace: Trace): readonly ExecutionRecord[] {
  return commandsOf(trace).flatMap((command) => (command.kind === 'record' ? [command.record] : []));
}

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

function timeless(record: ExecutionRecord): unknown {
  const times = { at: null, due: null, startedAt: null };
  return JSON.parse(JSON.stringify({ ...record, ...times }).replaceAll(INSTANT, 'then'));
}

function place(work: {
  readonly path: string;
  readonly attempt: number;
  readonly sequence: number;
}): unknown {
  return [work.path, work.attempt, work.sequence];
}
