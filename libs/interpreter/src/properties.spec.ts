import fc from 'fast-check';
import type { Plan } from '#definition/plan';
import { EVERYTHING, RUNS, STRAIGHT, courses, genomes, joins, orderless } from '../spec/arbitraries.js';
import { grow } from '../spec/genome.js';
import { numbersOf } from '../spec/numbers-of.js';
import { foretell } from '../spec/oracle.js';
import type { Played } from '../spec/play-out.js';
import { playOut } from '../spec/play-out.js';
import type { Command } from './command.js';
import { executionView } from './execution-view.js';
import { joinVerdict } from './join.js';

function statuses({ state }: Played, plan: Plan): Readonly<Record<string, string>> {
  const steps = state.scopes['']?.steps ?? [];
  return Object.fromEntries(
    plan.steps.map((step) => {
      const own = steps[step.index] ?? null;
      return [step.id, own?.kind === 'ended' ? own.status : (own?.kind ?? 'pending')];
    }),
  );
}

/** The step that a command speaks of as begun or ended. */
function pathOf(command: Command): string | null {
  if (command.kind === 'work') return command.path;
  return command.kind === 'record' && command.record.kind === 'step' ? command.record.path : null;
}

/** All that must not depend on the order in which steps end. */
function outcome(played: Played, plan: Plan): unknown {
  const works = [...played.works.values()].map(({ path, configuration, incoming, attempt }) => [
    path,
    { configuration, incoming, attempt },
  ]);
  return {
    status: played.finish?.status,
    output: played.finish?.output,
    variables: played.state.scopes['']?.variables,
    steps: statuses(played, plan),
    works: Object.fromEntries(works),
  };
}

describe('generated graphs', () => {
  test('1: every execution ends, with no undecided edge and no engine fault', () => {
    fc.assert(
      fc.property(genomes(joins), courses(...EVERYTHING, 'cancel'), (genome, course) => {
        const plan = grow(genome);
        const played = playOut(plan, genome, course);
        expect(played.finish).not.toBeNull();
        expect(played.finish?.error?.code).not.toBe('ENGINE_FAULT');
        expect(played.state.scopes['']?.edges).not.toContain(0);
        expect(played.state).toMatchObject({ inFlight: 0, status: played.finish?.status });
        expect(played.state.progress).toEqual({ done: plan.steps.length, known: plan.steps.length });
        if (!played.cancelled) expect(played.finish?.status).not.toBe('cancelled');
      }),
      RUNS,
    );
  });

  test('2: the order in which steps end changes neither what runs nor what it gives', () => {
    fc.assert(
      fc.property(genomes(orderless), courses(), courses(), (genome, one, other) => {
        const plan = grow(genome);
        const [first, second] = [playOut(plan, genome, one), playOut(plan, genome, other)];
        expect(second.finish?.status).toBe(first.finish?.status);
        if (first.finish?.status === 'completed') expect(outcome(second, plan)).toEqual(outcome(first, plan));
      }),
      RUNS,
    );
  });

  test('2: the output is the same to the letter, keys in the same order', () => {
    fc.assert(
      fc.property(genomes(orderless), courses(), courses(), (genome, one, other) => {
        const plan = grow(genome);
        const [first, second] = [playOut(plan, genome, one), playOut(plan, genome, other)];
        if (first.finish?.status !== 'completed') return;
        expect(JSON.stringify(second.finish)).toBe(JSON.stringify(first.finish));
      }),
      RUNS,
    );
  });

  test('3: what becomes of each step is what an independent reading of the rules foretells', () => {
    const withoutRace = joins.filter(({ kind }) => kind !== 'race');
    fc.assert(
      fc.property(genomes(withoutRace), courses(...EVERYTHING), (genome, course) => {
        const plan = grow(genome);
        const foretold = foretell(genome, plan);
        const played = playOut(plan, genome, course);
        expect(played.finish?.status).toBe(foretold.status);
        if (foretold.status === 'completed') expect(statuses(played, plan)).toEqual(foretold.steps);
      }),
      RUNS,
    );
  });

  test('references come along live connections, in definition order, and no others', () => {
    fc.assert(
      fc.property(genomes(orderless), courses(...EVERYTHING), (genome, course) => {
        const plan = grow(genome);
        const foretold = foretell(genome, plan);
        const played = playOut(plan, genome, course);
        if (foretold.status === 'failed') return;
        for (const { path, incoming } of played.works.values()) {
          expect([path, incoming['documents']?.map(({ $ref }) => $ref) ?? []]).toEqual([
            path,
            foretold.got[path],
          ]);
        }
      }),
      RUNS,
    );
  });

  test('a merge has a slot for each connection, in the order of the definition', () => {
    fc.assert(
      fc.property(genomes(joins), courses(...EVERYTHING), (genome, course) => {
        const plan = grow(genome);
        const { records } = playOut(plan, genome, course);
        for (const record of records) {
          if (record.kind !== 'step' || record.stepType !== 'merge' || record.output === null) continue;
          const step = plan.steps.find(({ id }) => id === record.path);
          if (step?.onError === 'continue' && record.status === 'failed') continue;
          const sources = step?.incoming.map((edge) => plan.steps[plan.edges[edge]?.source ?? -1]?.id);
          const slots = record.output.facts['slots'] as readonly { readonly step: string }[];
          expect(slots.map((slot) => slot.step)).toEqual(sources);
        }
      }),
      RUNS,
    );
  });

  test('3: no step waits once its join holds', () => {
    fc.assert(
      fc.property(genomes(joins), courses(...EVERYTHING, 'cancel'), (genome, course) => {
        expect(playOut(grow(genome), genome, course).laggards).toEqual([]);
      }),
      RUNS,
    );
  });

  test('3: a step runs exactly when its join holds over the final edges', () => {
    fc.assert(
      fc.property(genomes(joins), courses(...EVERYTHING), (genome, course) => {
        const plan = grow(genome);
        const played = playOut(plan, genome, course);
        if (played.finish?.status !== 'completed') return;
        const edges = played.state.scopes['']?.edges ?? [];
        const ends = statuses(played, plan);
        for (const step of plan.steps) {
          if (ends[step.id] === 'cancelled') continue;
          const states = step.incoming.map((edge) => edges[edge]);
          const live = states.filter((state) => state === 1).length;
          const verdict = joinVerdict(step.join, { live, dead: states.length - live, undecided: 0 });
          const held = step.conditions.every((condition) => 2 > Number(condition.source.split('>')[1]));
          const expected = verdict === 'run' && held;
          const ran =
            ends[step.id] === 'completed' || (ends[step.id] === 'failed' && verdict !== 'impossible');
          expect([step.id, ran]).toEqual([step.id, expected]);
        }
      }),
      RUNS,
    );
  });

  test('4: pausing and resuming anywhere gives the same end', () => {
    fc.assert(
      fc.property(genomes(orderless), courses('pause', 'pause-step', 'hold'), (genome, course) => {
        const plan = grow(genome);
        const straight = playOut(plan, genome, STRAIGHT);
        const paused = playOut(plan, genome, course);
        expect(paused.finish?.status).toBe(straight.finish?.status);
        if (straight.finish?.status === 'completed')
          expect(outcome(paused, plan)).toEqual(outcome(straight, plan));
      }),
      RUNS,
    );
  });

  test('4: what is paused or held does not start', () => {
    fc.assert(
      fc.property(genomes(joins), courses('pause', 'pause-step', 'hold'), (genome, course) => {
        expect(playOut(grow(genome), genome, course).strays).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a race that is won stops what only feeds its losers, and nothing else', () => {
    fc.assert(
      fc.property(genomes([{ kind: 'race' }]), courses(...EVERYTHING), (genome, course) => {
        const plan = grow(genome);
        const played = playOut(plan, genome, course);
        if (played.finish?.status !== 'completed') return;
        const ends = statuses(played, plan);
        const told = new Set(played.commands.flatMap((c) => (c.kind === 'cancel-work' ? [c.path] : [])));
        const begun = new Map<string, number>();
        for (const [position, command] of played.commands.entries()) {
          const path = pathOf(command);
          if (path !== null && !begun.has(path)) begun.set(path, position);
        }
        for (const step of plan.steps) {
          const targets = plan.edges
            .filter((edge) => edge.source === step.index)
            .map((edge) => plan.steps[edge.target]);
          const toLosers = targets.every(
            (target) =>
              target?.join.kind === 'race' ||
              ends[target?.id ?? ''] === 'cancelled' ||
              told.has(target?.id ?? ''),
          );
          if (ends[step.id] === 'cancelled') expect([step.id, toLosers]).toEqual([step.id, true]);
          const [race] = targets;
          if (race?.join.kind !== 'race' || targets.length > 1 || ends[race.id] === 'skipped') continue;
          if (!played.works.has(step.id)) continue;
          expect(begun.get(step.id)).toBeLessThan(begun.get(race.id) ?? 0);
        }
      }),
      RUNS,
    );
  });

  test('5: a JSON round trip anywhere changes nothing at all', () => {
    fc.assert(
      fc.property(genomes(joins), courses('round-trip'), (genome, course) => {
        const plan = grow(genome);
        const untouched = playOut(plan, genome, { ...course, meddling: [] });
        const travelled = playOut(JSON.parse(JSON.stringify(plan)) as Plan, genome, course);
        expect(travelled.commands).toEqual(untouched.commands);
        expect(JSON.parse(JSON.stringify(travelled.state))).toEqual(travelled.state);
      }),
      RUNS,
    );
  });

  test('9: the state is no larger than what is live', () => {
    fc.assert(
      fc.property(genomes(joins), courses(...EVERYTHING), (genome, course) => {
        const plan = grow(genome);
        const played = playOut(plan, genome, course);
        const merged = genome.steps.filter(({ kind }) => kind === 'merge').length;
        const bound = 600 + plan.steps.length * 700 + plan.edges.length * 150 + 4000 * merged;
        expect(played.longest).toBeLessThan(bound);
        expect(Object.keys(played.state.scopes)).toEqual(['']);
        expect(played.state.scopes['']).toMatchObject({ ready: [], open: 0 });
        expect(played.state.scopes['']?.deaths).toEqual({});
      }),
      RUNS,
    );
  });

  test('10: no command is issued twice, numbers are never shared, and the finish comes last', () => {
    fc.assert(
      fc.property(
        fc.oneof(genomes(joins), genomes(joins.slice(-1))),
        courses(...EVERYTHING, 'cancel'),
        (genome, course) => {
          const plan = grow(genome);
          const { commands } = playOut(plan, genome, course);
          const addressed = commands.flatMap((command) =>
            command.kind === 'work' || command.kind === 'cancel-work'
              ? [`${command.kind} ${command.path} ${command.attempt}`]
              : [],
          );
          expect(new Set(addressed).size).toBe(addressed.length);
          const numbers = numbersOf(plan, commands);
          expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
          expect(commands.filter((command) => command.kind === 'finish')).toEqual([commands.at(-1)]);
        },
      ),
      RUNS,
    );
  });

  test('the records tell the same story as the state', () => {
    fc.assert(
      fc.property(genomes(joins), courses(...EVERYTHING, 'cancel'), (genome, course) => {
        const plan = grow(genome);
        const played = playOut(plan, genome, course);
        const view = executionView(plan, played.records);
        expect(view.status).toBe(played.finish?.status);
        expect(view.variables).toEqual(played.state.scopes['']?.variables);
        expect(Object.fromEntries(view.steps.map((step) => [step.path, step.status]))).toEqual(
          statuses(played, plan),
        );
      }),
      RUNS,
    );
  });
});
