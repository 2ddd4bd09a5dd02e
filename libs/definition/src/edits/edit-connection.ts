import { freshConnectionId } from '../read/connection-id.js';
import type { ConnectionDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ConnectionEdit } from './edit.js';

export function editConnection(definition: WorkflowDefinition, edit: ConnectionEdit): WorkflowDefinition {
  const { connections } = definition;
  switch (edit.kind) {
    case 'connect': {
      const taken = new Set(connections.map(({ id }) => id));
      const { id } = edit.connection;
      if (id !== undefined && taken.has(id)) return definition;
      const connection = { ...edit.connection, id: id ?? freshConnectionId(edit.connection, taken) };
      return { ...definition, connections: [...connections, connection] };
    }
    case 'disconnect': {
      const left = connections.filter(({ id }) => id !== edit.connectionId);
      return left.length === connections.length ? definition : { ...definition, connections: left };
    }
    case 'set-connection-condition': {
      if (!connections.some(({ id }) => id === edit.connectionId)) return definition;
      const changed = connections.map((connection) =>
        connection.id === edit.connectionId ? withCondition(connection, edit.condition) : connection,
      );
      return { ...definition, connections: changed };
    }
  }
}

function withCondition(connection: ConnectionDefinition, condition: string | null): ConnectionDefinition {
  const { condition: _, ...rest } = connection;
  return condition === null || condition.trim() === '' ? rest : { ...rest, condition };
}
