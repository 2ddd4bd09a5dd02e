import { gives, untilAborted } from '../../integration/worker/support/scripted-steps.js';
import { long } from './long.js';
import type { Action, Recorded } from './recorded.js';

const CHILD = `
schemaVersion: 1
name: Child
inputs: { topic: { type: string } }
steps:
  - { id: find, type: search, configuration: { query: "{{ input.topic }}" } }
connections: []
`;

export const subWorkflow: Recorded = {
  yaml: `
schemaVersion: 1
name: Parent
steps:
  - { id: each, type: loop, configuration: { mode: forEach, items: "['a', 'b', 'c']", concurrency: 2, result: steps.call.find.result_count } }
  - { id: call, type: sub_workflow, parent: each, configuration: { workflowId: CHILD, input: { topic: loop.item } } }
  - { id: refused, type: sub_workflow, configuration: { workflowId: CHILD, input: { subject: "'d'" } }, onError: continue }
  - { id: answer, type: synthesis, configuration: { question: "{{ steps.each.results }}" } }
connections:
  - { id: a, sourceStep: each, sourceOutput: done, targetStep: refused }
  - { id: b, sourceStep: refused, targetStep: answer }
`,
  child: CHILD,
  scripts: { find: () => gives({ result_count: 2 }) },
  actions: [],
};

/** A parent that is cancelled in the run after the one that started its child. */
export const subWorkflowCancelled: Recorded = {
  yaml: `
schemaVersion: 1
name: Parent
steps:
  - { id: call, type: sub_workflow, configuration: { workflowId: CHILD, input: { topic: "'a'" } } }
connections: []
`,
  child: CHILD,
  scripts: { find: ({ context }) => untilAborted(context.signal) },
  actions: [{ when: 'running', then: 'continue' }, 'cancel'],
  continueAfterEvents: 16,
};

const WAITING_CHILD = `
schemaVersion: 1
name: Child
steps:
  - { id: find, type: search, configuration: { query: q } }
  - { id: hear, type: wait_for_event, configuration: { event: go } }
connections:
  - { id: a, sourceStep: find, targetStep: hear }
`;

const GO: Action = {
  ask: { kind: 'send-event', name: 'go', path: null, payload: null, actor: null },
  of: 'child',
};

/** A child that is paused with its parent, goes on while that continues as new, and reports to the run after. */
export const subWorkflowContinued: Recorded = {
  yaml: `
schemaVersion: 1
name: Parent
steps:
  - { id: call, type: sub_workflow, configuration: { workflowId: CHILD } }
  - { id: after, type: search, configuration: { query: q } }
connections:
  - { id: a, sourceStep: call, targetStep: after }
`,
  child: WAITING_CHILD,
  scripts: {},
  actions: ['pause', 'resume', { when: 'running', then: 'continue' }, 'child-reports', GO],
  // The child, to which this goes as well, must not get there.
  continueAfterEvents: 50,
};

export const subWorkflowContinuedFirst: Recorded = { ...subWorkflowContinued, keep: 'first-run' };
export const subWorkflowContinuedChild: Recorded = { ...subWorkflowContinued, keep: 'child' };

/** A child that has ended before the run after could ask it to report. */
export const subWorkflowEnded: Recorded = {
  ...subWorkflowContinued,
  actions: [{ when: 'running', then: 'continue' }, GO],
  continueAfterEvents: 30,
};

/** A child whose plan is too big for its argument, and whose output is too big for its parent. */
export const subWorkflowLarge: Recorded = {
  yaml: `
schemaVersion: 1
name: Parent
steps:
  - { id: call, type: sub_workflow, configuration: { workflowId: CHILD } }
connections: []
`,
  child: `
schemaVersion: 1
name: Child
steps:
  - { id: fill, type: transform, configuration: { values: { ${long((text) => `'${text}'`, 9)} } } }
connections: []
`,
  scripts: {},
  actions: [],
  keep: 'child',
};
