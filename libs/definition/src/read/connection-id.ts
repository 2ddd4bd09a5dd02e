import type { ConnectionDefinition } from '../workflow-definition.js';

/** `a.out->b.in`, with a number when that is taken; adds it to `taken`. */
export function freshConnectionId(connection: Omit<ConnectionDefinition, 'id'>, taken: Set<string>): string {
  const { sourceStep, sourceOutput, targetStep, targetInput } = connection;
  const plain = `${sourceStep}.${sourceOutput}->${targetStep}.${targetInput}`;
  let id = plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}#${count}`;
  taken.add(id);
  return id;
}
