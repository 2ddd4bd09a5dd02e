import { ExpressionFault } from '../plan/expression/expression-fault.js';
import { FUNCTIONS } from '../plan/expression/functions.js';
import { isRoot } from '../plan/expression/read-name.js';
import type { Tree } from '../plan/expression/tree.js';
import type { ValueType } from '../plan/expression/value.js';
import { typeName, typeOf } from '../plan/expression/value.js';

export class TypeFault extends ExpressionFault {}

/** The type of a name from outside, null when the tree is no such name. */
export type NameType = (tree: Tree) => ValueType | null;

/** The type an expression gives, `any` where only the data can tell. Throws `TypeFault` with the place. */
export function checkTypes(tree: Tree, nameType: NameType): ValueType {
  return new Checker(nameType).type(tree);
}

class Checker {
  private readonly locals: string[] = [];

  constructor(private readonly nameType: NameType) {}

  type(tree: Tree): ValueType {
    if (tree.kind === 'name' && this.locals.includes(tree.name)) return 'any';
    return this.nameType(tree) ?? this.composite(tree);
  }

  private composite(tree: Tree): ValueType {
    switch (tree.kind) {
      case 'literal':
        return typeOf(tree.value);
      case 'name':
        throw new TypeFault(`Nothing here is called "${tree.name}".`, tree.start, tree.end);
      case 'member':
        this.expect(tree.target, ['object'], `has no field "${tree.field}"`);
        return 'any';
      case 'index':
        this.expect(tree.target, ['array', 'object'], 'cannot be indexed');
        this.expect(tree.index, ['number', 'string'], 'cannot be an index');
        return 'any';
      case 'call':
        return this.call(tree);
      case 'each':
        return this.each(tree);
      case 'list':
        for (const item of tree.items) this.type(item);
        return 'array';
      case 'map':
        for (const [key, value] of tree.entries) {
          this.expect(key, ['string'], 'cannot be a name in an object');
          this.type(value);
        }
        return 'object';
      case 'choice':
        return this.choice(tree);
      case 'and':
      case 'or':
        this.expect(tree.left, ['boolean'], `cannot stand beside ${tree.kind.toUpperCase()}`);
        this.expect(tree.right, ['boolean'], `cannot stand beside ${tree.kind.toUpperCase()}`);
        return 'boolean';
      case 'not':
        this.expect(tree.operand, ['boolean'], 'cannot be negated with NOT');
        return 'boolean';
      case 'minus':
        this.expect(tree.operand, ['number'], 'cannot be negated');
        return 'number';
      case 'binary':
        return this.binary(tree);
    }
  }

  private call(tree: Extract<Tree, { kind: 'call' }>): ValueType {
    switch (tree.name) {
      case 'exists':
      case 'has':
        this.count(tree, 1, 1);
        this.type(tree.arguments[0] as Tree);
        return 'boolean';
      case 'coalesce':
      case 'default':
        this.count(tree, 1, 16);
        return tree.arguments.map((argument) => this.type(argument)).reduce(common);
      case 'was_skipped':
        throw new TypeFault('Write was_skipped(step) with the id of a step.', tree.start, tree.end);
      default:
        return this.function(tree);
    }
  }

  private function(tree: Extract<Tree, { kind: 'call' }>): ValueType {
    const called = FUNCTIONS.get(tree.name);
    if (called === undefined) {
      throw new TypeFault(`There is no function "${tree.name}".`, tree.start, tree.end);
    }
    const most = called.rest ? 16 : called.takes.length;
    this.count(tree, called.takes.length - (called.optional ?? 0), most);
    tree.arguments.forEach((argument, index) => {
      const takes = called.takes[Math.min(index, called.takes.length - 1)] ?? [];
      this.expect(argument, takes, `cannot be given to ${tree.name}()`);
    });
    return called.gives;
  }

  private each(tree: Extract<Tree, { kind: 'each' }>): ValueType {
    this.expect(tree.list, ['array', 'object'], `cannot be walked by ${tree.quantifier}()`);
    if (isRoot(tree.variable)) {
      throw new TypeFault(`Choose another name than "${tree.variable}" for the item.`, tree.start, tree.end);
    }
    this.locals.push(tree.variable);
    if (tree.test) this.expect(tree.test, ['boolean'], `is no test for ${tree.quantifier}()`);
    if (tree.give) this.type(tree.give);
    this.locals.pop();
    return tree.quantifier === 'filter' || tree.quantifier === 'map' ? 'array' : 'boolean';
  }

  private choice(tree: Extract<Tree, { kind: 'choice' }>): ValueType {
    this.expect(tree.test, ['boolean'], 'cannot decide between two values');
    return common(this.type(tree.then), this.type(tree.otherwise));
  }

  private binary(tree: Extract<Tree, { kind: 'binary' }>): ValueType {
    const { operator } = tree;
    const [left, right] = [this.type(tree.left), this.type(tree.right)];
    switch (operator) {
      case '==':
      case '!=':
        if (!comparable(left, right)) throw this.mismatch(tree, left, right);
        return 'boolean';
      case 'in':
        if (!allowed(right, ['array', 'object'])) throw this.mismatch(tree, left, right);
        return 'boolean';
      case '<':
      case '<=':
      case '>':
      case '>=':
        if (
          !comparable(left, right) ||
          !allowed(left, ['number', 'string']) ||
          !allowed(right, ['number', 'string'])
        ) {
          throw this.mismatch(tree, left, right);
        }
        return 'boolean';
      case '+':
        if (!comparable(left, right) || !allowed(left, ['number', 'string', 'array'])) {
          throw this.mismatch(tree, left, right);
        }
        return common(left, right) === 'any' ? (left === 'any' ? right : left) : left;
      default:
        if (!allowed(left, ['number']) || !allowed(right, ['number'])) throw this.mismatch(tree, left, right);
        return 'number';
    }
  }

  private expect(tree: Tree, types: readonly ValueType[], otherwise: string): void {
    const type = this.type(tree);
    if (!allowed(type, types)) {
      throw new TypeFault(`This is ${typeName(type)} and ${otherwise}.`, tree.start, tree.end);
    }
  }

  private count(tree: Extract<Tree, { kind: 'call' }>, least: number, most: number): void {
    const given = tree.arguments.length;
    if (given >= least && given <= most) return;
    const wanted = least === most ? String(least) : `${least} to ${most}`;
    throw new TypeFault(`${tree.name}() takes ${wanted} values, not ${given}.`, tree.start, tree.end);
  }

  private mismatch(tree: Extract<Tree, { kind: 'binary' }>, left: ValueType, right: ValueType): TypeFault {
    const what = `"${tree.operator}" cannot take ${typeName(left)} and ${typeName(right)}.`;
    return new TypeFault(what, tree.start, tree.end);
  }
}

function allowed(type: ValueType, types: readonly ValueType[]): boolean {
  return type === 'any' || type === 'null' || types.includes(type);
}

function comparable(left: ValueType, right: ValueType): boolean {
  return left === right || [left, right].some((type) => type === 'any' || type === 'null');
}

function common(left: ValueType, right: ValueType): ValueType {
  if (left === 'null') return right;
  return left === right || right === 'null' ? left : 'any';
}
