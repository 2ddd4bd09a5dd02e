import type { WorkflowDefinition } from '../workflow-definition.js';
import { editConnection } from './edit-connection.js';
import { editDocument } from './edit-document.js';
import { editStep } from './edit-step.js';
import type { Edit } from './edit.js';

/** The definition after an edit. Gives the same object when the edit changes nothing or means nothing here. */
export function applyEdit(definition: WorkflowDefinition, edit: Edit): WorkflowDefinition {
  switch (edit.kind) {
    case 'add-step':
    case 'remove-step':
    case 'configure-step':
    case 'rename-step':
    case 'move-into':
    case 'paste-steps':
    case 'move-steps':
      return editStep(definition, edit);
    case 'connect':
    case 'disconnect':
    case 'set-connection-condition':
      return editConnection(definition, edit);
    case 'set-inputs':
    case 'set-variables':
    case 'set-details':
      return editDocument(definition, edit);
  }
}
