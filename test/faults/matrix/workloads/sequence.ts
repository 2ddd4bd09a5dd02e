import type { Workload } from './workload.js';
import { inOrder, seenStep } from './workload.js';

const STEPS = 10;

/** Ten work steps one after the other, each with what the one before gave. */
export function sequence(origin: string, executions: number): Workload {
  const ids = Array.from({ length: STEPS }, (_, index) => `step${index}`);
  return {
    executions,
    input: (start) => ({ start }),
    definition: {
      schemaVersion: 1,
      name: 'Ten steps',
      inputs: { start: { type: 'number', required: true } },
      steps: ids.map((id, index) =>
        seenStep(id, `${origin}/step`, index === 0 ? 'input.start' : `steps.${ids[index - 1]}.body.value`),
      ),
      connections: inOrder(...ids),
    },
  };
}
