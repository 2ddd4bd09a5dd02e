import { parentOf } from './parent-step.js';

describe('the step an execution runs for', () => {
  const parent = { workflowId: 'execution-1', path: 'each[2]/sub', attempt: 1 };

  it('is noted at its start', () => {
    expect(parentOf({ executionId: '7', parent })).toEqual(parent);
  });

  it.each([[undefined], [{}], [{ parent: null }], [{ parent: { path: 'sub' } }]])(
    'is none for %j: it stands by itself',
    (memo) => {
      expect(parentOf(memo)).toBeNull();
    },
  );
});
