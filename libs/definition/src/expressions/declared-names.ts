import type { ValueType } from '../plan/expression/value.js';
import type {
  InputDeclaration,
  InputType,
  VariableDeclaration,
  WorkflowDefinition,
} from '../workflow-definition.js';
import { found, foundIn } from './lookup.js';
import type { UnknownNames } from './lookup.js';
import type { FoundName, Lookup } from './name-scope.js';

/** Names of inputs or variables in the order of the plan: by code unit, because stores reorder keys. */
export function orderedNames(declared: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(declared).sort();
}

/** What inputs and variables mean; the same everywhere in a definition. */
export class DeclaredNames {
  private readonly variables: ReadonlyMap<string, number>;

  constructor(
    private readonly definition: WorkflowDefinition,
    private readonly unknown: UnknownNames,
  ) {
    this.variables = new Map(orderedNames(definition.variables).map((name, index) => [name, index]));
  }

  input(name: string): Lookup {
    const { inputs } = this.definition;
    if (!Object.hasOwn(inputs, name)) {
      return this.unknown.say(`There is no input "${name}"`, name, Object.keys(inputs));
    }
    const declared = inputs[name] as InputDeclaration;
    return found({ kind: 'input', key: `input.${name}`, name }, typeOfInput(declared.type));
  }

  variable(name: string): Lookup {
    const index = this.variables.get(name);
    if (index === undefined) {
      return this.unknown.say(`There is no variable "${name}"`, name, this.variables.keys());
    }
    const declared = this.definition.variables[name] as VariableDeclaration;
    return found({ kind: 'variable', key: `variables.${name}`, variable: index }, typeOfInput(declared.type));
  }

  /** All that a bare name may mean: a variable, an input, or both. */
  bare(name: string): readonly FoundName[] {
    const { variables, inputs } = this.definition;
    return [
      ...(Object.hasOwn(variables, name) ? foundIn(this.variable(name)) : []),
      ...(Object.hasOwn(inputs, name) ? foundIn(this.input(name)) : []),
    ];
  }

  *names(): Generator<string> {
    yield* Object.keys(this.definition.variables);
    yield* Object.keys(this.definition.inputs);
  }
}

function typeOfInput(type: InputType): ValueType {
  return type === 'documents' ? 'object' : type;
}
