import type { Json, JsonObject } from '../json.js';
import { Budget } from './expression/budget.js';
import { ExpressionFault } from './expression/expression-fault.js';
import { interpret } from './expression/interpret.js';
import type { Result } from './expression/interpret.js';
import { parseCel } from './expression/parse-cel.js';
import { readKey } from './expression/read-name.js';
import { parts } from './expression/tree.js';
import type { Tree } from './expression/tree.js';
import { UNKNOWN } from './expression/unknown.js';
import type { Evaluation, PlanExpression, ReadValue } from './plan.js';
import { summarise } from './summarise.js';

interface Prepared {
  readonly tree: Tree;
  /** Which parts of the tree are names from outside, as an index into the expression's reads. */
  readonly names: ReadonlyMap<Tree, number>;
}

/**
 * Parsed trees by the plan's own objects: a thousand rounds of a loop parse once. Freezing a module's
 * objects leaves the contents of a WeakMap alone, and an entry dies with its plan.
 */
const PREPARED = new WeakMap<PlanExpression, Prepared>();

/** Evaluates an expression of a plan over the values `read` gives. Never throws; always ends, quickly. */
export function evaluateExpression(expression: PlanExpression, read: ReadValue): Evaluation {
  const values: (Json | undefined)[] = [];
  const operands: Record<string, Json> = {};
  const missing = new Set<string>();
  try {
    const prepared = prepare(expression);
    for (const name of expression.reads) {
      const value = read(name);
      values.push(value);
      if (value !== undefined) operands[name.key] = summarise(value);
    }
    const result = interpret(prepared.tree, {
      budget: new Budget(),
      locals: [],
      missed: (tree) => void missing.add(expression.cel.slice(tree.start, tree.end)),
      read: (tree) => valueOf(prepared.names.get(tree), values, expression, missing),
    });
    return verdict(result, missing, operands, expression);
  } catch (error) {
    return { kind: 'error', code: 'EXPRESSION_FAILED', message: messageOf(error, expression), operands };
  }
}

function valueOf(
  index: number | undefined,
  values: readonly (Json | undefined)[],
  expression: PlanExpression,
  missing: Set<string>,
): Result | undefined {
  if (index === undefined) return undefined;
  const value = values[index];
  if (value !== undefined) return value;
  missing.add(expression.reads[index]?.key ?? '');
  return UNKNOWN;
}

function verdict(
  result: Result,
  missing: ReadonlySet<string>,
  operands: JsonObject,
  expression: PlanExpression,
): Evaluation {
  if (result !== UNKNOWN) return { kind: 'value', value: result, operands };
  if (missing.size > 0) return { kind: 'unknown', missing: [...missing], operands };
  // Nothing was absent, so something was null.
  const empty = Object.keys(operands).filter((key) => operands[key] === null);
  return { kind: 'unknown', missing: empty.length > 0 ? empty : [expression.source], operands };
}

function messageOf(error: unknown, expression: PlanExpression): string {
  const reason = error instanceof ExpressionFault ? error.message : 'The expression could not be evaluated.';
  return `${reason} (in: ${expression.source.slice(0, 200)})`;
}

function prepare(expression: PlanExpression): Prepared {
  const known = PREPARED.get(expression);
  if (known) return known;
  const tree = parseCel(expression.cel);
  const indices = new Map(expression.reads.map((read, index) => [read.key, index]));
  const names = new Map<Tree, number>();
  const work = [tree];
  for (let part = work.pop(); part !== undefined; part = work.pop()) {
    const index = indices.get(readKey(part) ?? '');
    if (index === undefined) work.push(...parts(part));
    else names.set(part, index);
  }
  const prepared = { tree, names };
  PREPARED.set(expression, prepared);
  return prepared;
}
