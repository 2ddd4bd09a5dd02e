import type { WorkflowDefinition } from '#definition';

const empty: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: {},
  variables: {},
  steps: [],
  connections: [],
  metadata: {},
};

/** A definition as the API gave it, which has checked it; parts left out read as empty. */
export function asDefinition(json: unknown): WorkflowDefinition {
  return typeof json === 'object' && json !== null
    ? { ...empty, ...(json as Partial<WorkflowDefinition>) }
    : empty;
}
