import { asDefinition } from '../../canvas/as-definition.js';
import type { DesignedWorkflowPartsFragment } from '../../graphql/generated/graphql.js';
import type { DesignDocument } from './designer-store.js';

/** The workflow as a document to design: its name and description stand in the definition. */
export function documentOf(workflow: DesignedWorkflowPartsFragment): DesignDocument {
  return {
    definition: {
      ...asDefinition(workflow.definition),
      name: workflow.name,
      description: workflow.description,
    },
    tags: workflow.tags,
    collectionId: workflow.collection?.id ?? null,
  };
}
