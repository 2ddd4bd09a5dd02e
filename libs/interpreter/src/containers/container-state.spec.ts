import { aPlan } from '../../spec/a-plan.js';
import { guard, loop } from '../../spec/containers.js';
import { Play } from '../../spec/play.js';
import { at } from '../plan-index.js';
import { draftOf, openTick } from '../tick.js';
import { changeLoop, loopBody } from './loop-state.js';
import { changeTry, tryBody } from './try-state.js';

describe('a container that is none, or does not run', () => {
  const plan = aPlan({
    steps: {
      each: (e) => ({ body: loop(e, { over: '[]' }) }),
      item: { in: 'each' },
      guard: { body: guard(), conditions: ['false'] },
      inner: { in: 'guard' },
    },
  });
  const tick = openTick(plan, new Play(plan).state, 0);
  const root = draftOf(tick, '');
  const [each, item, guarded] = [at(plan.steps, 0), at(plan.steps, 1), at(plan.steps, 2)];

  test.each([
    ['is no loop', () => loopBody(item)],
    ['is no try', () => tryBody(item)],
    ['does not run', () => changeLoop(tick, root, each, {})],
    ['does not run', () => changeTry(tick, root, guarded, {})],
  ])('is a fault: it %s', (why, use) => {
    expect(use).toThrow(why);
  });
});
