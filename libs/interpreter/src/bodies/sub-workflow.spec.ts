import type { PlanTemplate } from '#definition/plan';
import { aPlan } from '../../spec/a-plan.js';
import type { Express } from '../../spec/a-plan.js';
import { literal } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';

const calling = (configuration: PlanTemplate | ((e: Express) => PlanTemplate), input = '1') =>
  aPlan({
    steps: {
      call: (e) => ({
        body: {
          kind: 'sub_workflow',
          configuration: typeof configuration === 'function' ? configuration(e) : configuration,
          input: [{ name: 'x', expression: e(input) }],
        },
      }),
    },
    inputs: [{ name: 'text', type: 'string' }],
  });

describe('a call of another workflow', () => {
  test('takes the published version when it names none, and leaves out inputs without a value', () => {
    const play = new Play(calling(literal({ workflowId: 'w' }), 'input.text'));
    expect(play.commandsOf('start-child')).toMatchObject([{ version: 'published', input: {} }]);
    expect(play.step('call')?.warnings).toEqual([
      'The input "x" is left out because input.text has no value.',
    ]);
  });

  test.each([
    ['names no workflow', literal({ workflowId: '' }), '1', 'BAD_INPUT'],
    ['has an input that cannot be computed', literal({ workflowId: 'w' }), '1 / 0', 'EXPRESSION_FAILED'],
  ])('that %s fails', (_, configuration, input, code) => {
    expect(new Play(calling(configuration, input)).finish?.error?.code).toBe(code);
  });

  test('with settings that cannot be filled in fails', () => {
    const plan = calling((e) => ({
      value: { workflowId: '' },
      slots: [{ path: ['workflowId'], parts: [e('1 / 0')] }],
    }));
    expect(new Play(plan).finish?.error?.code).toBe('EXPRESSION_FAILED');
  });

  test('with inputs that are too big fails', () => {
    const play = new Play(calling(literal({ workflowId: 'w' }), 'input.text'), {
      input: { text: 'x'.repeat(70_000) },
    });
    expect(play.finish?.error?.code).toBe('INPUT_TOO_LARGE');
  });

  test('that ends well although it was told to stop counts as cancelled', () => {
    const play = new Play(calling(literal({ workflowId: 'w' })));
    play.feed({ kind: 'cancel' });
    const outcome = { status: 'completed', output: { facts: {}, references: {} } } as const;
    play.feed({ kind: 'child-ended', path: 'call', attempt: 1, outcome });
    expect(play.step('call')?.status).toBe('cancelled');
    expect(play.finish?.status).toBe('cancelled');
  });
});

test('settings of steps that wait fail them when they cannot be filled in', () => {
  const broken = (e: Express): PlanTemplate => ({
    value: { event: '', duration: '', message: '' },
    slots: [{ path: ['event'], parts: [e('1 / 0')] }],
  });
  const plan = aPlan({
    steps: {
      ask: (e) => ({ onError: 'continue', body: { kind: 'approval', configuration: broken(e) } }),
      hear: (e) => ({ onError: 'continue', body: { kind: 'wait_for_event', configuration: broken(e) } }),
      rest: (e) => ({ onError: 'continue', body: { kind: 'delay', configuration: broken(e), until: null } }),
      until: (e) => ({
        onError: 'continue',
        body: { kind: 'delay', configuration: literal({}), until: e('1 / 0') },
      }),
      late: {
        onError: 'continue',
        body: { kind: 'wait_for_event', configuration: literal({ event: 'x', timeout: 'soon' }) },
      },
    },
  });
  const play = new Play(plan);
  expect(play.finish?.status).toBe('completed');
  expect(['ask', 'hear', 'rest', 'until', 'late'].map((path) => play.step(path)?.error?.code)).toEqual([
    'EXPRESSION_FAILED',
    'EXPRESSION_FAILED',
    'EXPRESSION_FAILED',
    'EXPRESSION_FAILED',
    'DURATION_INVALID',
  ]);
});
