import type { Plan } from '#definition/plan';
import { packPlan } from './plan/pack-plan.js';
import { executionArgument, workflowStartOptions } from './start-options.js';

const identity = {
  executionId: '0a6c8f3e-3d0f-4c86-9a51-6a1d0c4fb0aa',
  ownerId: 'owner-1',
  workflowId: 'workflow-1',
  version: 7,
  collectionId: null,
};
const plan: Plan = {
  planVersion: 1,
  definitionHash: 'hash',
  name: 'Ask my documents',
  inputs: [],
  variables: [],
  scopes: [],
  steps: [],
  edges: [],
};
const start = { at: 0, executionId: identity.executionId, input: {}, documents: null };

describe('starting an execution', () => {
  const argument = executionArgument({ identity, plan: packPlan(plan), start });
  const options = workflowStartOptions(argument, 'Ask my documents');

  it('is idempotent: the same execution is joined while it runs and never run again', () => {
    expect(options).toMatchObject({
      workflowId: `execution-${identity.executionId}`,
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  });

  it('can be found by workflow, version, owner and status', () => {
    expect(options.typedSearchAttributes).toEqual([
      { key: { name: 'SluiceWorkflowId', type: 'KEYWORD' }, value: 'workflow-1' },
      { key: { name: 'SluiceVersion', type: 'INT' }, value: 7 },
      { key: { name: 'SluiceOwner', type: 'KEYWORD' }, value: 'owner-1' },
      { key: { name: 'SluiceStatus', type: 'KEYWORD' }, value: 'running' },
    ]);
  });

  it('shares the workers fairly between owners', () => {
    expect(options.priority).toEqual({ priorityKey: 3, fairnessKey: 'owner-1' });
  });

  it('reads like the workflow in the Web UI', () => {
    expect(options.staticSummary).toBe('Ask my documents (version 7)');
  });

  it('starts at the beginning, with nothing carried over', () => {
    expect(options.args).toEqual([{ ...argument, engineVersion: 1, state: null, records: [] }]);
  });
});
