import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';

/** Deeper or larger values than any definition or input needs; they cost time in every layer behind. */
const MAXIMUM_DEPTH = 64;
const MAXIMUM_VALUES = 200_000;

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
}

/** Checks depth and number of values without recursion into unbounded input. */
function bounded(value: unknown): unknown {
  let values = 0;
  const visit = (inner: unknown, depth: number): void => {
    values += 1;
    if (depth > MAXIMUM_DEPTH) refuse(`JSON may be nested ${MAXIMUM_DEPTH} levels deep at most.`);
    if (values > MAXIMUM_VALUES) refuse(`JSON may hold ${MAXIMUM_VALUES} values at most.`);
    if (typeof inner === 'number' && !Number.isFinite(inner)) refuse('A JSON number has to be finite.');
    if (typeof inner !== 'object' || inner === null) return;
    for (const child of Object.values(inner)) visit(child, depth + 1);
  };
  visit(value, 0);
  return value;
}

function fromLiteral(node: ValueNode, variables: Readonly<Record<string, unknown>>, depth: number): unknown {
  if (depth > MAXIMUM_DEPTH) refuse(`JSON may be nested ${MAXIMUM_DEPTH} levels deep at most.`);
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
  description: `Any JSON value, at most ${MAXIMUM_DEPTH} levels deep.`,
  serialize: (value) => value,
  parseValue: bounded,
  parseLiteral: (node, variables) => bounded(fromLiteral(node, variables ?? {}, 0)),
});
