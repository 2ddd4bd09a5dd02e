import { Environment, ParseError } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';
import { ExpressionFault } from './expression-fault.js';
import type { BinaryOperator, Quantifier, Tree } from './tree.js';

/**
 * Nodes, nesting and literals of one expression. The parser keeps its own nesting, so a hostile text
 * cannot exhaust the stack here or in whatever walks the tree later.
 */
const ENVIRONMENT = new Environment({
  unlistedVariablesAreDyn: true,
  homogeneousAggregateLiterals: false,
  limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 200, maxCallArguments: 16 },
});

const QUANTIFIERS: ReadonlySet<string> = new Set<Quantifier>([
  'all',
  'exists',
  'exists_one',
  'filter',
  'map',
]);
const BINARY: ReadonlySet<string> = new Set<BinaryOperator>([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
  'in',
]);

/** Where the library speaks of itself rather than to a person. */
const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['invalid_macro_argument', 'Begin with a name for the item, as in list.exists(item, …).'],
  ['limit_exceeded', 'The expression is too big or nested too deeply.'],
]);

/** The only place that knows the CEL library: text to tree. Throws `ExpressionFault` with the place. */
export function parseCel(text: string): Tree {
  return toTree(parsed(text));
}

function parsed(text: string): ASTNode {
  try {
    return ENVIRONMENT.parse(text).ast;
  } catch (error) {
    if (error instanceof ParseError) {
      const range = error.range ?? { start: 0, end: text.length };
      throw new ExpressionFault(MESSAGES.get(error.code) ?? error.summary, range.start, range.end);
    }
    throw new ExpressionFault('This cannot be read as an expression.', 0, text.length);
  }
}

function toTree(node: ASTNode): Tree {
  const place = { start: node.start, end: node.end };
  switch (node.op) {
    case 'value':
      return { kind: 'literal', value: literal(node.args, place), ...place };
    case 'id':
      return { kind: 'name', name: node.args, ...place };
    case '.':
      return { kind: 'member', target: toTree(node.args[0]), field: node.args[1], ...place };
    case '[]':
      return { kind: 'index', target: toTree(node.args[0]), index: toTree(node.args[1]), ...place };
    case 'call':
      return {
        kind: 'call',
        name: node.args[0],
        method: false,
        arguments: node.args[1].map(toTree),
        ...place,
      };
    case 'rcall':
      return methodCall(node.args[0], node.args[1], node.args[2], place);
    case 'list':
      return { kind: 'list', items: node.args.map(toTree), ...place };
    case 'map':
      return {
        kind: 'map',
        entries: node.args.map(([key, value]) => [toTree(key), toTree(value)]),
        ...place,
      };
    case '?:':
      return {
        kind: 'choice',
        test: toTree(node.args[0]),
        then: toTree(node.args[1]),
        otherwise: toTree(node.args[2]),
        ...place,
      };
    case '&&':
    case '||':
      return {
        kind: node.op === '&&' ? 'and' : 'or',
        left: toTree(node.args[0]),
        right: toTree(node.args[1]),
        ...place,
      };
    case '!_':
      return { kind: 'not', operand: toTree(node.args), ...place };
    case '-_':
      return { kind: 'minus', operand: toTree(node.args), ...place };
    default:
      return binary(node, place);
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function binary(node: ASTNode, place: Place): Tree {
  if (!BINARY.has(node.op))
    throw new ExpressionFault(`"${node.op}" is not supported.`, place.start, place.end);
  const [left, right] = node.args as [ASTNode, ASTNode];
  return {
    kind: 'binary',
    operator: node.op as BinaryOperator,
    left: toTree(left),
    right: toTree(right),
    ...place,
  };
}

/** `list.exists(x, test)` and its kin walk a list; any other method is a function of what stands before the dot. */
function methodCall(name: string, receiver: ASTNode, given: readonly ASTNode[], place: Place): Tree {
  if (!QUANTIFIERS.has(name)) {
    return {
      kind: 'call',
      name,
      method: true,
      arguments: [toTree(receiver), ...given.map(toTree)],
      ...place,
    };
  }
  const quantifier = name as Quantifier;
  const [variable, first, second] = given;
  const count = quantifier === 'map' ? [2, 3] : [2];
  if (variable?.op !== 'id' || first === undefined || !count.includes(given.length)) {
    throw new ExpressionFault(`Begin with a name for the item: ${name}(item, …).`, place.start, place.end);
  }
  const test = quantifier === 'map' ? (second ? first : null) : first;
  const give = quantifier === 'map' ? (second ?? first) : null;
  return {
    kind: 'each',
    quantifier,
    list: toTree(receiver),
    variable: variable.args,
    test: test && toTree(test),
    give: give && toTree(give),
    ...place,
  };
}

function literal(value: unknown, place: Place): null | boolean | number | string {
  if (
    value === null ||
    typeof value === 'boolean' ||
    typeof value === 'string' ||
    typeof value === 'number'
  ) {
    return value;
  }
  if (value instanceof Uint8Array) {
    throw new ExpressionFault('Byte strings are not supported; write plain text.', place.start, place.end);
  }
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new ExpressionFault('This number is too big to be exact.', place.start, place.end);
}
