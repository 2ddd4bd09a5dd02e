import fc from 'fast-check';
import type { Plan, PlanStep } from '#definition/plan';
import { RUNS } from '../spec/arbitraries.js';
import { numbersOf } from '../spec/numbers-of.js';
import { growNested, scopes } from '../spec/nested-genome.js';
import { playNested } from '../spec/nested-play.js';
import type { Disturbance, NestedCourse, NestedPlayed } from '../spec/nested-play.js';
import type { Command, PauseChildCommand } from './command.js';

const courses = (...disturbances: readonly Disturbance[]): fc.Arbitrary<NestedCourse> =>
  fc.record({
    picks: fc.array(fc.nat(1000), { maxLength: 60, size: 'max' }),
    disturbances: fc.array(fc.constantFrom<Disturbance>('nothing', 'nothing', ...disturbances), {
      maxLength: 60,
      size: 'max',
    }),
  });

const EVERYTHING = ['pause', 'pause-path', 'hold', 'round-trip', 'repeat'] as const;
const STRAIGHT: NestedCourse = { picks: [], disturbances: [] };

/** Timers compete with people; without them, who comes first decides nothing in a calm scope. */
function untimed(plan: Plan): Plan {
  return {
    ...plan,
    steps: plan.steps.map((step) =>
      step.body.kind === 'approval'
        ? { ...step, body: { ...step.body, configuration: { value: {}, slots: [] } } }
        : { ...step, onError: step.onError === 'block' ? 'fail' : step.onError },
    ),
  };
}

/** What a failed execution had given so far depends on when it failed. */
function outcome({ finish }: NestedPlayed): unknown {
  return finish?.status === 'completed' ? finish : finish?.status;
}

describe('generated graphs with loops, tries, waiting and compensation', () => {
  test('1: every execution ends, with no undecided edge, nothing live and no engine fault', () => {
    fc.assert(
      fc.property(scopes('wild'), courses(...EVERYTHING, 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        const { finish, state } = playNested(plan, genes, course);
        expect(finish).not.toBeNull();
        expect(finish?.error?.code).not.toBe('ENGINE_FAULT');
        expect(Object.keys(state.scopes)).toEqual(['']);
        expect(state.scopes['']).toMatchObject({ open: 0, ready: [], deaths: {} });
        expect(state.scopes['']?.edges).not.toContain(0);
        expect(state).toMatchObject({ inFlight: 0, children: 0, waiting: 0, blocked: 0, undoing: {} });
        expect(state.progress.done).toBe(state.progress.known);
      }),
      RUNS,
    );
  });

  test('2 and 4: neither the order of answers nor pauses change what an execution gives', () => {
    fc.assert(
      fc.property(scopes('calm'), courses('pause', 'pause-path', 'hold'), (gene, course) => {
        const { plan: timed, genes } = growNested(gene);
        const plan = untimed(timed);
        const straight = playNested(plan, genes, STRAIGHT);
        expect(outcome(playNested(plan, genes, course))).toEqual(outcome(straight));
      }),
      RUNS,
    );
  });

  test('4: what is paused or held does not start', () => {
    fc.assert(
      fc.property(scopes('wild'), courses('pause', 'pause-path', 'hold', 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        expect(playNested(plan, genes, course).strays).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a loop has no more rounds at once than it may have', () => {
    fc.assert(
      fc.property(scopes('wild'), courses(...EVERYTHING, 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        expect(playNested(plan, genes, course).crowded).toEqual([]);
      }),
      RUNS,
    );
  });

  test('only a failure inside a finally region stops what runs there', () => {
    fc.assert(
      fc.property(scopes('wild'), courses(...EVERYTHING, 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        const failed = new Set<string>();
        for (const command of playNested(plan, genes, course).commands) {
          if (command.kind === 'record' && command.record.kind === 'step' && command.record.error !== null)
            failed.add(placeOf(plan, command.record.path));
          if (command.kind !== 'cancel-work' || !isFinally(plan, command.path)) continue;
          expect(failed).toContain(placeOf(plan, command.path));
        }
      }),
      RUNS,
    );
  });

  test('5: a JSON round trip anywhere changes nothing at all', () => {
    fc.assert(
      fc.property(scopes('wild'), courses('round-trip'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        const untouched = playNested(plan, genes, { ...course, disturbances: [] });
        const travelled = playNested(JSON.parse(JSON.stringify(plan)) as Plan, genes, course);
        expect(travelled.commands).toEqual(untouched.commands);
        expect(JSON.parse(JSON.stringify(travelled.state))).toEqual(travelled.state);
      }),
      RUNS,
    );
  });

  test('8: compensation is the reverse of completion', () => {
    fc.assert(
      fc.property(scopes('wild'), courses(...EVERYTHING, 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        const whole = { ...plan, steps: plan.steps.map(withoutOwnCompensation) };
        const { commands, done, finish } = playNested(whole, genes, course);
        const undone = commands.flatMap((command) => {
          if (command.kind !== 'work') return [];
          const { id } = plan.steps[command.step] ?? { id: '' };
          return id.startsWith('us') ? [command.path.replace(/us(\d+)$/, 's$1')] : [];
        });
        if (finish?.status === 'completed') expect(undone).toEqual([]);
        else expect(undone.filter((path) => done.includes(path))).toEqual(done.toReversed());
      }),
      RUNS,
    );
  });

  test('9: the state is bounded by what is live', () => {
    fc.assert(
      fc.property(scopes('wild'), courses(...EVERYTHING, 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        const { heaviest } = playNested(plan, genes, course);
        expect(heaviest).toBeLessThan(1200 + plan.steps.length * 500);
      }),
      RUNS,
    );
  });

  test('sub-workflows are told of a pause and of its end in turn, and only where they run', () => {
    fc.assert(
      fc.property(scopes('wild'), courses(...EVERYTHING, 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        const told = new Map<string, string>();
        for (const command of playNested(plan, genes, course).commands) {
          if (!isOfPause(command) && command.kind !== 'start-child') continue;
          const child = `${command.path}#${command.attempt}`;
          const before = told.get(child);
          if (command.kind === 'start-child') expect(before).toBeUndefined();
          else if (command.kind === 'resume-child') expect(before).toBe('pause-child');
          else expect(['start-child', 'resume-child']).toContain(before);
          told.set(child, command.kind);
        }
      }),
      RUNS,
    );
  });

  test('10: no command is issued twice, numbers are never shared, and the finish comes last', () => {
    fc.assert(
      fc.property(scopes('wild'), courses(...EVERYTHING, 'cancel'), (gene, course) => {
        const { plan, genes } = growNested(gene);
        const { commands } = playNested(plan, genes, course);
        const addressed = commands.flatMap((command) =>
          'attempt' in command && !isOfPause(command)
            ? [`${command.kind} ${command.path} ${command.attempt}`]
            : [],
        );
        expect(addressed.filter((one, at) => addressed.indexOf(one) !== at)).toEqual([]);
        const numbers = numbersOf(plan, commands);
        expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
        expect(commands.filter((command) => command.kind === 'finish')).toEqual([commands.at(-1)]);
      }),
      RUNS,
    );
  });
});

/** The scope instance of a step, named apart from the interpreter. */
function placeOf(plan: Plan, path: string): string {
  const step = plan.steps.find(({ id }) => id === path.slice(path.lastIndexOf('/') + 1));
  return `${path.slice(0, Math.max(0, path.lastIndexOf('/')))} ${step?.scope}`;
}

/** Whether the step stands in a finally region itself, where no race is won and from which no loop is left. */
function isFinally(plan: Plan, path: string): boolean {
  const step = plan.steps.find(({ id }) => id === path.slice(path.lastIndexOf('/') + 1));
  const scope = step?.scope ?? 0;
  const hasRace = stepsOf(plan, scope).some(({ join }) => join.kind === 'race');
  return plan.scopes[scope]?.region === 'finally' && !hasRace && !leavesLoop(plan, scope);
}

/** Whether a condition may leave the loop around the scope: one in a loop within it leaves that one. */
function leavesLoop(plan: Plan, scope: number): boolean {
  return stepsOf(plan, scope).some(
    ({ body }) =>
      body.kind === 'condition' ||
      (body.kind === 'try' &&
        [body.body, body.finally].some((inner) => inner !== null && leavesLoop(plan, inner))),
  );
}

function stepsOf(plan: Plan, scope: number): readonly PlanStep[] {
  return (plan.scopes[scope]?.steps ?? []).flatMap((index) => plan.steps[index] ?? []);
}

function withoutOwnCompensation(step: Plan['steps'][number]): Plan['steps'][number] {
  return step.body.kind === 'try' ? { ...step, body: { ...step.body, compensate: false } } : step;
}

/** A sub-workflow may be paused and resumed any number of times. */
function isOfPause(command: Command): command is PauseChildCommand {
  return command.kind === 'pause-child' || command.kind === 'resume-child';
}
