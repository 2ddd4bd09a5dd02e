import type { WorkflowDefinition } from '../workflow-definition.js';
import type { DocumentEdit } from './edit.js';

export function editDocument(definition: WorkflowDefinition, edit: DocumentEdit): WorkflowDefinition {
  switch (edit.kind) {
    case 'set-inputs':
      return { ...definition, inputs: edit.inputs };
    case 'set-variables':
      return { ...definition, variables: edit.variables };
    case 'set-details': {
      const { kind: _, ...details } = edit;
      return { ...definition, ...details };
    }
  }
}
