import type { InputDeclaration, WorkflowDefinition } from '#definition';
import type { WorkflowVersion } from '#persistence';

/** The inputs a published version asks for; its definition was checked when it was published. */
export function declarationsOf({ definition }: WorkflowVersion): Readonly<Record<string, InputDeclaration>> {
  return (definition as WorkflowDefinition).inputs;
}
