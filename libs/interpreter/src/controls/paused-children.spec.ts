import { aPlan } from '../../spec/a-plan.js';
import { guard, literal, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';

const calls = {
  body: { kind: 'sub_workflow', configuration: literal({ workflowId: 'w' }), input: [] },
} as const;
const completed = { status: 'completed', output: { facts: {}, references: {} } } as const;

/** What sub-workflows were told, in order. */
function told(play: Play): readonly string[] {
  return play.commands.flatMap((command) =>
    command.kind === 'pause-child' || command.kind === 'resume-child' || command.kind === 'cancel-child'
      ? [`${command.kind} ${command.path}#${command.attempt}`]
      : [],
  );
}

describe('a pause over sub-workflows that run', () => {
  const plan = aPlan({ steps: { call: calls, other: calls } });

  test('reaches them, and so does its end', () => {
    const play = new Play(plan).pause();
    expect(told(play)).toEqual(['pause-child call#1', 'pause-child other#1']);
    play.resume();
    expect(told(play).slice(2)).toEqual(['resume-child call#1', 'resume-child other#1']);
  });

  test('of one step reaches its own alone', () => {
    expect(told(new Play(plan).pause('call').resume('call'))).toEqual([
      'pause-child call#1',
      'resume-child call#1',
    ]);
  });

  test('tells them only where something changes', () => {
    const play = new Play(plan).pause('call').pause();
    expect(told(play)).toEqual(['pause-child call#1', 'pause-child other#1']);
    expect(told(play.resume('call'))).toHaveLength(2);
    expect(told(play.resume())).toHaveLength(4);
  });

  test('reaches those in a round that is paused', () => {
    const each = aPlan({
      steps: {
        each: (e) => ({ body: loop(e, { over: '[1, 2]', concurrency: 2 }) }),
        call: { ...calls, in: 'each' },
      },
    });
    expect(told(new Play(each).pause('each[1]'))).toEqual(['pause-child each[1]/call#1']);
  });

  test('says nothing to those that have ended, or are being cancelled', () => {
    const play = new Play(plan);
    play.feed({ kind: 'child-ended', path: 'other', attempt: 1, outcome: completed });
    play.pause();
    play.feed({ kind: 'cancel' });
    expect(told(play)).toEqual(['pause-child call#1', 'cancel-child call#1']);
  });

  test('is lifted by a cancellation from those that it does not reach', () => {
    const tidying = aPlan({
      steps: { guard: { body: guard() }, work: { in: 'guard' }, tidy: { ...calls, in: 'guard.finally' } },
    });
    const play = new Play(tidying).succeed('guard/work').pause();
    play.feed({ kind: 'cancel' });
    expect(told(play)).toEqual(['pause-child guard/tidy#1', 'resume-child guard/tidy#1']);
  });

  test('keeps one from starting, which then needs no telling', () => {
    const late = aPlan({ steps: { first: {}, call: calls }, edges: ['first -> call'] });
    const play = new Play(late).pause().succeed('first');
    expect(play.commandsOf('start-child')).toEqual([]);
    play.resume();
    expect(play.commandsOf('start-child')).toHaveLength(1);
    expect(told(play)).toEqual([]);
  });
});

describe('a sub-workflow that is paused with its parent', () => {
  const plan = aPlan({ steps: { a: {}, b: {}, call: calls }, edges: ['a -> b'] });
  const parent = (play: Play, kind: 'pause' | 'resume') => play.feed({ kind, path: '', withParent: true });

  test('starts nothing, and pauses what runs in it in turn', () => {
    const play = new Play(plan);
    parent(play, 'pause');
    play.succeed('a');
    expect(play.started).toEqual(['a']);
    expect(play.statuses).toEqual(['running', 'paused']);
    parent(play, 'resume');
    expect(play.started).toEqual(['a', 'b']);
    expect(told(play)).toEqual(['pause-child call#1', 'resume-child call#1']);
  });

  test('says so in its log', () => {
    const play = new Play(plan);
    parent(play, 'pause');
    parent(play, 'pause');
    parent(play, 'resume');
    parent(play, 'resume');
    const said = play.records.filter((record) => record.kind === 'control');
    expect(said).toMatchObject([
      { action: 'pause', path: '', actor: null, detail: { withParent: true } },
      { action: 'resume', path: '', actor: null, detail: { withParent: true } },
    ]);
  });

  test('stays paused where a person paused it, when the parent goes on', () => {
    const play = new Play(plan).pause();
    parent(play, 'pause');
    parent(play, 'resume');
    play.succeed('a');
    expect(play.started).toEqual(['a']);
    expect(play.resume().started).toEqual(['a', 'b']);
  });

  test('stays paused when a person resumes a step in it', () => {
    const play = new Play(plan).pause('b');
    parent(play, 'pause');
    expect(play.resume('b').succeed('a').started).toEqual(['a']);
  });

  test('goes on when a person resumes the whole of it', () => {
    const play = new Play(plan);
    parent(play, 'pause');
    expect(play.resume().succeed('a').started).toEqual(['a', 'b']);
  });

  test('can be cancelled', () => {
    const play = new Play(plan);
    parent(play, 'pause');
    play.feed({ kind: 'cancel' });
    play.stop('a').feed({ kind: 'child-ended', path: 'call', attempt: 1, outcome: { status: 'cancelled' } });
    expect(play.finish?.status).toBe('cancelled');
  });

  test('is none where the state was written down before there was such a pause', () => {
    const play = new Play(plan);
    play.state = { ...play.state, pausedWithParent: undefined as unknown as boolean };
    expect([play.feed({ kind: 'resume', path: '' }), parent(play, 'resume')]).toEqual([[], []]);
  });

  test('is that also after it has been written down and read back', () => {
    const play = new Play(plan);
    parent(play, 'pause');
    play.roundTrip().succeed('a');
    expect(play.started).toEqual(['a']);
    parent(play, 'resume');
    expect(play.started).toEqual(['a', 'b']);
  });
});
