import { stringify } from 'yaml';
import type { WorkflowDefinition } from '../workflow-definition.js';

/** The order in which a person reads a definition. */
const ORDER = {
  top: ['schemaVersion', 'name', 'description', 'inputs', 'variables', 'steps', 'connections', 'metadata'],
  step: ['id', 'type', 'name', 'description', 'parent', 'region', 'position', 'configuration'],
  connection: ['id', 'sourceStep', 'sourceOutput', 'targetStep', 'targetInput', 'condition'],
} as const;

/** A definition as text for export: reads back as an equal definition. */
export function formatDefinition(definition: WorkflowDefinition, format: 'json' | 'yaml'): string {
  const value = {
    ...inOrder(definition, ORDER.top),
    steps: definition.steps.map((step) => inOrder(step, ORDER.step)),
    connections: definition.connections.map((connection) => inOrder(connection, ORDER.connection)),
  };
  return format === 'json'
    ? `${JSON.stringify(value, null, 2)}\n`
    : stringify(value, { lineWidth: 100, aliasDuplicateObjects: false, version: '1.2' });
}

function inOrder(value: object, order: readonly string[]): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(entries.sort(([left], [right]) => rank(left) - rank(right)));
}
