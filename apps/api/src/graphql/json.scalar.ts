import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';

/**
 * Levels of a value that are read; deeper ones are cut off. All that take JSON refuse half as many with
 * a problem and its place, and they can only do so when the value comes as far as them.
 */
const MAXIMUM_DEPTH = 64;
/** More values than any definition or input needs; they cost time in every layer behind. */
const MAXIMUM_VALUES = 200_000;

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
}

/** Checks the number of values and cuts off the depth, so that nobody behind recurses into unbounded input. */
function bounded(value: unknown): unknown {
  let values = 0;
  const visit = (inner: unknown, depth: number): unknown => {
    values += 1;
    if (values > MAXIMUM_VALUES) refuse(`JSON may hold ${MAXIMUM_VALUES} values at most.`);
    if (typeof inner === 'number' && !Number.isFinite(inner)) refuse('A JSON number has to be finite.');
    if (typeof inner !== 'object' || inner === null) return inner;
    if (depth === MAXIMUM_DEPTH) return null;
    if (Array.isArray(inner)) return inner.map((child) => visit(child, depth + 1));
    return Object.fromEntries(Object.entries(inner).map(([name, child]) => [name, visit(child, depth + 1)]));
  };
  return visit(value, 0);
}

function fromLiteral(node: ValueNode, variables: Readonly<Record<string, unknown>>, depth: number): unknown {
  if (depth > MAXIMUM_DEPTH) return null;
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.BOOLEAN:
    case Kind.STRING:
    case Kind.ENUM:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((value) => fromLiteral(value, variables, depth + 1));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, fromLiteral(field.value, variables, depth + 1)]),
      );
    case Kind.VARIABLE:
      return variables[node.name.value] ?? null;
  }
}

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value. Definitions and inputs may be nested 32 levels deep.',
  serialize: (value) => value,
  parseValue: bounded,
  parseLiteral: (node, variables) => bounded(fromLiteral(node, variables ?? {}, 0)),
});
