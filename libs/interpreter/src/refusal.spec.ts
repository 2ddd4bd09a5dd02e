import { aPlan } from '../spec/a-plan.js';
import { guard, literal, loop } from '../spec/containers.js';
import { Play } from '../spec/play.js';
import type { Control } from './control.js';
import { refusalOf } from './refusal.js';

const plan = aPlan({
  steps: {
    done: { body: { kind: 'parallel' } },
    ask: { body: { kind: 'approval', configuration: literal({}) } },
    stuck: { onError: 'block' },
    later: {},
    each: (e) => ({ body: loop(e, { over: '[1]' }) }),
    item: { in: 'each' },
    guard: { body: guard() },
    inner: { in: 'guard' },
    call: { body: { kind: 'sub_workflow', configuration: literal({ workflowId: 'w' }), input: [] } },
    held: {},
  },
  edges: ['stuck -> later'],
  variables: [{ name: 'own', type: 'number', scope: 'temporary' }],
});
const big = 'x'.repeat(70_000);

describe('what is refused', () => {
  const play = new Play(plan).pause('later').fail('stuck');
  const refused = (control: Control) => refusalOf(plan, play.state, control);
  const retry = (path: string) => refused({ kind: 'retry-step', path, configuration: null, actor: null });

  test.each([
    ['done', 'it has ended (completed)'],
    ['ask', 'it is waiting'],
    ['later', 'it has not started'],
    ['each', 'it is running'],
    ['each[0]/item', 'it is running'],
    ['guard/inner', 'it is running'],
    ['call', 'it is running'],
  ])('a retry of "%s", because %s', (path, standing) => {
    expect(retry(path)).toEqual({
      code: 'STEP_NOT_BLOCKED',
      message: `"${path}" is not blocked; ${standing}.`,
    });
  });

  test('a step that is about to start, and one that is blocked, are told apart', () => {
    play.pause().feed({ kind: 'retry-step', path: 'stuck', configuration: null, actor: null });
    expect(retry('stuck')?.message).toContain('about to start');
    play.resume();
    play.feed({
      kind: 'work-failed',
      path: 'stuck',
      attempt: 2,
      error: { code: 'X', message: 'No.', stepId: 'stuck', path: 'stuck', attempt: 2, retryable: false },
    });
    const approve = { kind: 'approve', path: 'stuck', approved: true, comment: null, actor: null } as const;
    expect(refused(approve)?.message).toContain('is blocked');
    expect(refused({ kind: 'skip-step', path: 'stuck', output: { big }, actor: null })?.code).toBe(
      'VALUE_TOO_LARGE',
    );
    expect(refused({ kind: 'give-up-step', path: 'stuck', actor: null })).toBeNull();
  });

  test('values above the limit', () => {
    const approve = { kind: 'approve', path: 'ask', approved: true, comment: big, actor: null } as const;
    expect(refused(approve)?.code).toBe('VALUE_TOO_LARGE');
  });

  test('a temporary variable lives where a region or a round does', () => {
    const set = { kind: 'set-variable', name: 'own', value: 1, actor: null } as const;
    expect(refused({ ...set, scopePath: 'guard' })).toBeNull();
    expect(refused({ ...set, scopePath: 'each[0]' })).toBeNull();
    expect(refused({ ...set, scopePath: 'each[9]' })?.code).toBe('VARIABLE_NOT_FOUND');
  });
});
