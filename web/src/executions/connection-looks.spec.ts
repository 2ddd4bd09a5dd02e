import type { WorkflowDefinition } from '#definition';
import { connectionLooks } from './connection-looks.js';
import type { StepState } from './connection-looks.js';

//            ┌ sure ─▶ answer
//  find ─▶ decide
//            └ else ─▶ ask          find ─(confidence < 0.2)─▶ warn
const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [
    { id: 'find', type: 'search', configuration: {} },
    {
      id: 'decide',
      type: 'condition',
      configuration: { cases: [{ port: 'sure', when: 'confidence > 0.5' }] },
    },
    { id: 'answer', type: 'synthesis', configuration: {} },
    { id: 'ask', type: 'transform', configuration: {} },
    { id: 'warn', type: 'transform', configuration: {} },
  ],
  connections: [
    { id: 'to-decide', sourceStep: 'find', sourceOutput: 'out', targetStep: 'decide', targetInput: 'in' },
    { id: 'sure', sourceStep: 'decide', sourceOutput: 'sure', targetStep: 'answer', targetInput: 'in' },
    { id: 'else', sourceStep: 'decide', sourceOutput: 'else', targetStep: 'ask', targetInput: 'in' },
    {
      id: 'weak',
      sourceStep: 'find',
      sourceOutput: 'out',
      targetStep: 'warn',
      targetInput: 'in',
      condition: 'confidence < 0.2',
    },
    { id: 'failed', sourceStep: 'find', sourceOutput: 'error', targetStep: 'warn', targetInput: 'in' },
  ],
  metadata: {},
};

function looks(steps: readonly StepState[], verdicts: ReadonlyMap<string, boolean> = new Map()) {
  return Object.fromEntries(connectionLooks(definition, steps, verdicts));
}

describe('connectionLooks', () => {
  it('leaves everything open until the source has ended', () => {
    expect(new Set(Object.values(looks([{ stepId: 'find', status: 'RUNNING' }])))).toEqual(
      new Set(['undecided']),
    );
  });

  it('follows the chosen way, and shows the other as dead', () => {
    const state = looks([
      { stepId: 'find', status: 'COMPLETED' },
      { stepId: 'decide', status: 'COMPLETED', output: { facts: { chosen: 'sure' } } },
      { stepId: 'answer', status: 'RUNNING' },
      { stepId: 'ask', status: 'SKIPPED' },
    ]);
    expect(state).toMatchObject({ 'to-decide': 'live', sure: 'flowing', else: 'dead' });
  });

  it('goes by the verdict of a condition, else by what became of the target', () => {
    const steps: StepState[] = [
      { stepId: 'find', status: 'COMPLETED' },
      { stepId: 'warn', status: 'SKIPPED' },
    ];
    expect(looks(steps)['weak']).toBe('dead');
    expect(looks([{ stepId: 'find', status: 'COMPLETED' }], new Map([['weak', false]]))['weak']).toBe('dead');
    expect(looks([{ stepId: 'find', status: 'COMPLETED' }], new Map([['weak', true]]))['weak']).toBe('live');
  });

  it('goes on from a skipped step only where somebody gave an output in its place', () => {
    const skipped = { stepId: 'find', status: 'SKIPPED' } as const;
    expect(looks([skipped])['to-decide']).toBe('dead');
    expect(looks([{ ...skipped, output: { facts: { confidence: 1 } } }])['to-decide']).toBe('live');
  });

  it('takes the error port after a routed failure only', () => {
    const failed: StepState[] = [
      { stepId: 'find', status: 'FAILED' },
      { stepId: 'warn', status: 'COMPLETED' },
    ];
    expect(looks(failed)).toMatchObject({ failed: 'live', weak: 'dead', 'to-decide': 'dead' });
    expect(looks([{ stepId: 'find', status: 'COMPLETED' }])['failed']).toBe('dead');
  });
});
