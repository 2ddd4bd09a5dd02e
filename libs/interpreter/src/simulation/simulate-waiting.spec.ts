import { aPlan } from '../../spec/a-plan.js';
import type { PlanSketch } from '../../spec/a-plan.js';
import { compute, guard, literal, loop } from '../../spec/containers.js';
import type { Outcomes } from './outcomes.js';
import { simulate } from './simulate.js';

const input = { at: 0, executionId: 'simulation', input: {}, documents: null };
const play = (sketch: PlanSketch, outcomes: Outcomes = {}, start = {}) =>
  simulate(aPlan(sketch), { ...input, ...start }, outcomes, () => ({}));

describe('the simulation of what waits', () => {
  const asking: PlanSketch = {
    steps: {
      ask: { body: { kind: 'approval', configuration: literal({ timeout: '1h' }) } },
      yes: (e) => ({ body: compute(e('"yes"')) }),
      no: (e) => ({ body: compute(e('coalesce(steps.ask.comment, "no")')) }),
      late: (e) => ({ body: compute(e('"late"')) }),
    },
    edges: ['ask.approved -> yes', 'ask.rejected -> no', 'ask.timeout -> late'],
  };

  test('somebody approves what nothing else is said of', () => {
    expect(play(asking).output).toEqual({ yes: { n: 'yes' } });
  });

  test('or rejects, or lets the time run out', () => {
    const rejected = { ask: { facts: { approved: false, comment: 'Too much.' } } };
    expect(play(asking, rejected).output).toEqual({ no: { n: 'Too much.' } });
    expect(play(asking, { ask: { error: { code: 'TIMEOUT' } } }).output).toEqual({ late: { n: 'late' } });
  });

  test('an awaited event comes with the payload that is said', () => {
    const hearing: PlanSketch = {
      steps: { hear: { body: { kind: 'wait_for_event', configuration: literal({ event: 'paid' }) } } },
    };
    expect(play(hearing, { hear: { facts: { payload: 7 } } }).output).toEqual({ hear: { payload: 7 } });
    expect(play(hearing).output).toEqual({ hear: { payload: null } });
  });

  test('time passes at once', () => {
    const resting: PlanSketch = {
      steps: { rest: { body: { kind: 'delay', configuration: literal({ duration: '30d' }), until: null } } },
    };
    expect(play(resting).output).toEqual({ rest: { resumed_at: '1970-01-31T00:00:00.000Z' } });
  });

  test('a blocked step is tried again as long as there are outcomes for it, then given up', () => {
    const blocking: PlanSketch = { steps: { risky: { onError: 'block', retry: { maximumAttempts: 1 } } } };
    const error = { error: { code: 'BAD', retryable: false } };
    const mended = play(blocking, { risky: [error, error, { facts: { n: 1 } }] });
    expect(mended.output).toEqual({ risky: { n: 1 } });
    expect(mended.steps.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 'failed'],
      [2, 'failed'],
      [3, 'completed'],
    ]);
    expect(play(blocking, { risky: error }).error?.code).toBe('BAD');
  });

  test('a blocked step of a loop whose outcomes are by round is given up: another try would be the same', () => {
    const blocking: PlanSketch = {
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2]' }) }),
        risky: { in: 'each', onError: 'block', retry: { maximumAttempts: 1 } },
      },
    };
    const outcomes = { risky: [{ error: { code: 'BAD' } }, { facts: {} }] };
    expect(play(blocking, outcomes).error?.code).toBe('BAD');
  });
});

describe('the simulation of other workflows', () => {
  const calling: PlanSketch = {
    steps: {
      call: { body: { kind: 'sub_workflow', configuration: literal({ workflowId: 'w' }), input: [] } },
    },
  };

  test('gives what is said, nothing, or an error', () => {
    expect(play(calling, { call: { facts: { answer: 'yes' } } }).output).toEqual({ call: { answer: 'yes' } });
    expect(play(calling).output).toEqual({ call: {} });
    expect(play(calling, { call: { error: { code: 'BAD' } } }).error?.code).toBe('BAD');
  });

  test('is stopped with what stands around it', () => {
    const racing: PlanSketch = {
      steps: {
        ...calling.steps,
        fast: { body: { kind: 'parallel' } },
        rest: { body: { kind: 'delay', configuration: literal({ duration: '1ms' }), until: null } },
        first: { join: { kind: 'race' }, body: { kind: 'parallel' } },
      },
      edges: ['call -> first', 'rest -> first'],
    };
    const { steps, status } = play(racing);
    expect(status).toBe('completed');
    expect(steps.find(({ path }) => path === 'call')?.status).toBe('cancelled');
  });
});

describe('the simulation of loops', () => {
  test('a list of outcomes has one for each round', () => {
    const looping: PlanSketch = {
      steps: {
        each: (e) => ({
          body: loop(e, { over: '[1, 2]', result: 'steps.item.n', itemErrors: { kind: 'ignore' } }),
        }),
        item: { in: 'each', retry: { maximumAttempts: 1 } },
      },
    };
    const outcomes = { item: [{ error: { code: 'BAD' } }, { facts: { n: 5 } }] };
    expect(play(looping, outcomes).output).toMatchObject({ each: { results: [null, 5], failed_count: 1 } });
    const byPath = { 'each[0]/item': { facts: { n: 1 } }, 'each[1]/item': { facts: { n: 2 } } };
    expect(play(looping, byPath).output).toMatchObject({ each: { results: [1, 2] } });
  });

  test('a list outside counts as empty, long loops go on, big results are put away', () => {
    const outside: PlanSketch = {
      steps: { each: (e) => ({ body: loop(e, { over: 'input.files' }) }), item: { in: 'each' } },
      inputs: [{ name: 'files', type: 'documents' }],
    };
    const documents = { $ref: 'r', kind: 'documents', count: 3, bytes: 1, sha256: 'x' };
    expect(play(outside, {}, { documents }).output).toMatchObject({ each: { iteration_count: 0 } });
    const long: PlanSketch = {
      steps: {
        each: (e) => ({
          body: loop(e, { mode: 'times', over: '3000', maximumRounds: 5000, result: '"0123456789abcdef"' }),
        }),
        item: { in: 'each', body: { kind: 'parallel' } },
      },
    };
    expect(play(long).output).toMatchObject({ each: { results: { kind: 'json', count: 3000 } } });
  });

  test('a try with a failing body runs its finally region', () => {
    const trying: PlanSketch = {
      steps: {
        guard: { body: guard(), onError: 'continue' },
        risky: { in: 'guard', retry: { maximumAttempts: 1 } },
        tidy: { in: 'guard.finally' },
      },
    };
    const { steps, status } = play(trying, { risky: { error: { code: 'BAD' } } });
    expect(status).toBe('completed');
    expect(steps.map(({ path }) => path)).toContain('guard/tidy');
  });
});
