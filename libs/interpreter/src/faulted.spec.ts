import { aPlan } from '../spec/a-plan.js';
import { literal } from '../spec/containers.js';
import { Play } from '../spec/play.js';
import { faulted } from './faulted.js';

test('a broken engine stops all that runs for the execution, once, and ends it as failed', () => {
  const plan = aPlan({
    steps: {
      work: { compensateWith: 'undo' },
      undo: {},
      call: { body: { kind: 'sub_workflow', configuration: literal({ workflowId: 'w' }), input: [] } },
      fail: {},
    },
    edges: ['work -> fail'],
  });
  const play = new Play(plan).succeed('work').fail('fail');
  play.feed({ kind: 'child-ended', path: 'call', attempt: 1, outcome: { status: 'cancelled' } });
  expect(play.state.status).toBe('compensating');
  const [, commands] = faulted(plan, play.state, 0, new Error('Broken.'));
  expect(commands.map(({ kind }) => kind)).toEqual(['cancel-work', 'record', 'finish']);
  const running = new Play(plan);
  const [state, told] = faulted(plan, running.state, 0, 'Broken.');
  expect(told.map(({ kind }) => kind)).toEqual(['cancel-work', 'cancel-child', 'record', 'finish']);
  expect(state.status).toBe('failed');
});
