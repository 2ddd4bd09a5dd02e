import type { Json } from '../json.js';
import { typeName, typeOf } from '../plan/expression/value.js';
import type {
  InputDeclaration,
  InputType,
  VariableDeclaration,
  WorkflowDefinition,
} from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** Defaults fit the declared types; something is there to run. */
export function checkDeclarations(definition: WorkflowDefinition, sink: ProblemSink): void {
  for (const kind of ['inputs', 'variables'] as const) {
    for (const [name, { type, default: value }] of Object.entries<InputDeclaration | VariableDeclaration>(
      definition[kind],
    )) {
      if (value === undefined || fits(type, value)) continue;
      const message = `The default of "${name}" is ${typeName(typeOf(value))}, but its type is ${type}.`;
      sink.document({ code: 'DEFAULT_TYPE', message }, [kind, name, 'default']);
    }
  }
  if (definition.steps.length === 0) {
    sink.document(
      { code: 'NO_STEPS', severity: 'warning', message: 'Add a step: an empty workflow does nothing.' },
      ['steps'],
    );
  }
}

function fits(type: InputType, value: Json): boolean {
  return value === null || (type !== 'documents' && typeOf(value) === type);
}
