import { randomUUID } from 'node:crypto';
import type { JsonObject } from '#definition';
import { definition } from '../scenario.js';
import type { Scenarios } from '../scenario.js';

/** Calls of other workflows that cannot be made. */
export const subWorkflowScenarios: Scenarios = {
  SUB_WORKFLOW_NOT_FOUND: {
    begin: ({ rig }) => rig.run(calling(randomUUID())),
    path: 'call',
  },
  SUB_WORKFLOW_RECURSION: {
    begin: async ({ rig }) => {
      const workflowId = await rig.publish(ASKING);
      return rig.run(calling(workflowId, { question: "'why'" }), { workflowId });
    },
    path: 'call',
  },
  SUB_WORKFLOW_INPUT: {
    begin: async ({ rig }) => rig.run(calling(await rig.publish(ASKING))),
    path: 'call',
  },
};

const ASKING = definition({
  inputs: { question: { type: 'string', required: true } },
  steps: [{ id: 'ask', type: 'transform', configuration: { values: { asked: 'input.question' } } }],
});

/** A step that runs another workflow. */
export function calling(workflowId: string, input: JsonObject = {}): string {
  return definition({ steps: [{ id: 'call', type: 'sub_workflow', configuration: { workflowId, input } }] });
}
