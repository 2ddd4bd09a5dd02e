import { gives, untilAborted } from '../../integration/worker/support/scripted-steps.js';
import type { Recorded } from './recorded.js';

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
