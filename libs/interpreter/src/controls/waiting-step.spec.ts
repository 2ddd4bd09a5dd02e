import { aPlan } from '../../spec/a-plan.js';
import { compute, literal, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';
import type { Control } from '../control.js';
import { refusalOf } from '../refusal.js';

const ANNA = { id: 'u1', name: 'anna@example.org' };

function refused(play: Play, control: Control): string | null {
  return refusalOf(play.plan, play.state, control)?.code ?? null;
}

describe('a step that waits for an approval', () => {
  const plan = aPlan({
    steps: {
      ask: {
        body: {
          kind: 'approval',
          configuration: literal({ message: 'Pay?', assignees: ['Anna@example.org'], timeout: '1h' }),
        },
      },
      pay: { body: { kind: 'parallel' } },
      refuse: { body: { kind: 'parallel' } },
      late: { body: { kind: 'parallel' } },
    },
    edges: ['ask.approved -> pay', 'ask.rejected -> refuse', 'ask.timeout -> late'],
  });

  test('says for whom, and until when', () => {
    const play = new Play(plan);
    expect(play.state.status).toBe('waiting');
    expect(play.step('ask')).toMatchObject({
      status: 'waiting',
      reason: 'It waits for an approval by Anna@example.org until 1970-01-01T01:00:01.000Z.',
      configuration: { message: 'Pay?' },
    });
  });

  test.each([
    [true, 'pay'],
    [false, 'refuse'],
  ])('approved: %s leads to %s', (approved, step) => {
    const play = new Play(plan).approve('ask', approved, ANNA);
    expect(play.status(step)).toBe('completed');
    expect(play.step('ask')?.output?.facts).toEqual({ approved, comment: null, actor: 'anna@example.org' });
    expect(play.timers).toEqual([]);
    expect(play.records).toContainEqual(
      expect.objectContaining({ kind: 'control', action: 'approve', actor: ANNA, path: 'ask' }),
    );
  });

  test('nobody in time leads to timeout', () => {
    expect(new Play(plan).fire('ask').status('late')).toBe('completed');
  });

  test('the wrong person, the wrong step and the second word are refused', () => {
    const play = new Play(plan);
    const approve = { kind: 'approve', path: 'ask', approved: true, comment: null } as const;
    expect(refused(play, { ...approve, actor: ANNA })).toBeNull();
    expect(refused(play, { ...approve, actor: { id: 'u2', name: 'bob@example.org' } })).toBe('NOT_ASSIGNED');
    expect(refused(play, { ...approve, actor: null })).toBe('NOT_ASSIGNED');
    expect(refused(play, { ...approve, path: 'pay', actor: ANNA })).toBe('STEP_NOT_WAITING');
    expect(refused(play, { ...approve, path: 'nothing', actor: ANNA })).toBe('STEP_NOT_FOUND');
    play.approve('ask', true, ANNA);
    expect(refused(play, { ...approve, actor: ANNA })).toBe('EXECUTION_CLOSED');
  });

  test('a timeout that is no duration fails the step', () => {
    const bad = aPlan({
      steps: { ask: { body: { kind: 'approval', configuration: literal({ timeout: 'soon' }) } } },
    });
    expect(new Play(bad).finish?.error?.code).toBe('DURATION_INVALID');
  });
});

describe('a step that waits for an event', () => {
  const plan = aPlan({
    steps: {
      each: (e) => ({ body: loop(e, { over: '[1, 2]', concurrency: 2, result: 'steps.hear.payload' }) }),
      hear: {
        in: 'each',
        body: { kind: 'wait_for_event', configuration: literal({ event: 'paid', timeout: '1d' }) },
      },
    },
  });
  const event = { kind: 'send-event', name: 'paid', payload: 7, actor: null } as const;

  test('all that wait for it get it', () => {
    const play = new Play(plan);
    play.feed({ ...event, path: null });
    expect(play.finish?.output).toMatchObject({ each: { results: [7, 7] } });
  });

  test('or the one it is addressed to', () => {
    const play = new Play(plan);
    play.feed({ ...event, path: 'each[1]/hear' });
    expect(play.finish).toBeNull();
    play.fire('each[0]/hear');
    expect(play.finish?.output).toMatchObject({ each: { results: [null, 7] } });
  });

  test('one that nobody waits for is refused', () => {
    const play = new Play(plan);
    expect(refused(play, { ...event, path: null })).toBeNull();
    expect(refused(play, { ...event, name: 'lost', path: null })).toBe('EVENT_NOT_AWAITED');
    expect(refused(play, { ...event, path: 'each' })).toBe('EVENT_NOT_AWAITED');
    expect(refused(play, { ...event, path: null, payload: 'x'.repeat(70_000) })).toBe('VALUE_TOO_LARGE');
  });

  test('without a name it fails', () => {
    const bad = aPlan({
      steps: { hear: { body: { kind: 'wait_for_event', configuration: literal({ event: '' }) } } },
    });
    expect(new Play(bad).finish?.error?.code).toBe('BAD_INPUT');
  });
});

describe('a delay', () => {
  const delay = (configuration: Record<string, string>, until: string | null = null) =>
    aPlan({
      steps: {
        rest: (e) => ({
          body: {
            kind: 'delay',
            configuration: literal(configuration),
            until: until === null ? null : e(until),
          },
        }),
      },
    });

  test('waits for a duration', () => {
    const play = new Play(delay({ duration: '30s' }));
    expect(play.commandsOf('start-timer')).toMatchObject([{ path: 'rest', due: 31_000 }]);
    expect(play.fire('rest').finish?.output).toEqual({ rest: { resumed_at: '1970-01-01T00:00:01.001Z' } });
  });

  test.each(['"1970-01-01T00:01:00Z"', '60000', '"1970-01-01T01:01:00+01:00"'])('or until %s', (until) => {
    expect(new Play(delay({}, until)).commandsOf('start-timer')).toMatchObject([{ due: 60_000 }]);
  });

  test('what is past does not wait', () => {
    expect(new Play(delay({}, '"1969-12-31"')).finish?.status).toBe('completed');
    expect(new Play(delay({ duration: '0s' })).finish?.status).toBe('completed');
  });

  test.each(['"tomorrow"', 'true', '1e300', 'input.nothing'])('until %s is refused', (until) => {
    expect(new Play(delay({}, until)).finish?.error?.code).toBe('DURATION_INVALID');
  });

  test('keeps its time while the execution is paused', () => {
    const play = new Play(delay({ duration: '30s' })).pause().fire('rest');
    expect(play.finish?.status).toBe('completed');
  });
});

describe('setting a variable', () => {
  const plan = aPlan({
    steps: {
      each: (e) => ({ body: loop(e, { over: '[1]', result: 'steps.see.n' }) }),
      work: { in: 'each', assign: { own: '1', carried: '1' } },
      see: (e) => ({ in: 'each', body: compute(e('variables.own + variables.carried + variables.all')) }),
    },
    edges: ['work -> see'],
    variables: [
      { name: 'own', type: 'number', default: 0, scope: 'temporary' },
      { name: 'carried', type: 'number', default: 0, scope: 'step' },
      { name: 'all', type: 'number', default: 0 },
    ],
  });
  const set = (name: string, scopePath: string, value: number | string = 10) =>
    ({ kind: 'set-variable', name, scopePath, value, actor: ANNA }) as const;

  test('reaches it where it lives: a round, a loop, the whole', () => {
    const play = new Play(plan).pause('each[0]/see').succeed('each[0]/work');
    for (const control of [set('own', 'each[0]'), set('carried', 'each'), set('all', '')]) {
      expect(refused(play, control)).toBeNull();
      play.feed(control);
    }
    play.resume('each[0]/see');
    expect(play.finish?.output).toMatchObject({ each: { results: [30] } });
  });

  test('elsewhere, with another type, or of another name it is refused', () => {
    const play = new Play(plan);
    expect(refused(play, set('own', 'each'))).toBe('VARIABLE_NOT_FOUND');
    expect(refused(play, set('carried', 'each[0]'))).toBe('VARIABLE_NOT_FOUND');
    expect(refused(play, set('all', 'each'))).toBe('VARIABLE_NOT_FOUND');
    expect(refused(play, set('none', ''))).toBe('VARIABLE_NOT_FOUND');
    expect(refused(play, set('all', '', 'text'))).toBe('VALUE_TYPE');
    const before = play.state;
    play.feed(set('all', '', 'text'));
    expect(play.state).toBe(before);
  });
});

describe('a sub-workflow', () => {
  const plan = aPlan({
    steps: {
      call: (e) => ({
        body: {
          kind: 'sub_workflow',
          configuration: literal({ workflowId: 'w1', version: 3 }),
          input: [{ name: 'x', expression: e('1 + 1') }],
        },
      }),
      use: (e) => ({ body: compute(e('steps.call.answer')) }),
    },
    edges: ['call -> use'],
  });
  const ended = { kind: 'child-ended', path: 'call', attempt: 1 } as const;

  test('runs as a child, and gives what the child gave', () => {
    const play = new Play(plan);
    expect(play.commandsOf('start-child')).toMatchObject([
      { path: 'call', workflowId: 'w1', version: 3, input: { x: 2 } },
    ]);
    play.feed({
      ...ended,
      outcome: { status: 'completed', output: { facts: { answer: 'yes' }, references: {} } },
    });
    expect(play.finish?.output).toEqual({ use: { n: 'yes' } });
  });

  test('fails with the error of the child', () => {
    const play = new Play(plan);
    const error = { code: 'BAD', message: 'No.', stepId: 'x', path: 'x', attempt: 1, retryable: false };
    play.feed({ ...ended, outcome: { status: 'failed', error } });
    expect(play.finish?.error).toMatchObject({ code: 'BAD', stepId: 'call' });
  });

  test('is cancelled with its parent, which waits for it', () => {
    const play = new Play(plan);
    play.feed({ kind: 'cancel' });
    expect(play.commandsOf('cancel-child')).toMatchObject([{ path: 'call' }]);
    expect(play.finish).toBeNull();
    play.feed({ ...ended, outcome: { status: 'cancelled' } });
    expect(play.finish?.status).toBe('cancelled');
  });

  test('one that nobody told to stop and that was cancelled has failed', () => {
    const play = new Play(plan);
    play.feed({ ...ended, outcome: { status: 'cancelled' } });
    expect(play.finish?.error?.code).toBe('CANCELLED');
  });

  test('the end of another attempt, or of no child, changes nothing', () => {
    const play = new Play(plan);
    const before = play.state;
    play.feed({ ...ended, attempt: 2, outcome: { status: 'cancelled' } });
    play.feed({ ...ended, path: 'use', outcome: { status: 'cancelled' } });
    expect(play.state).toBe(before);
  });
});
