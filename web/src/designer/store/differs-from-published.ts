import { canonicalText } from '#definition';
import type { WorkflowDefinition } from '#definition';

/**
 * Whether running the published version would do something else than what is drawn. Name and description
 * belong to the workflow as well and change nothing that runs.
 */
export function differsFromPublished(published: WorkflowDefinition, drawn: WorkflowDefinition): boolean {
  const { name, description } = drawn;
  return canonicalText({ ...published, name, description }) !== canonicalText(drawn);
}
