/** A parsed expression in the few shapes that are evaluated; everything else was refused. Offsets are into the CEL text. */
export type Tree = TreeShape & { readonly start: number; readonly end: number };

type TreeShape =
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly target: Tree; readonly field: string }
  | { readonly kind: 'index'; readonly target: Tree; readonly index: Tree }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly method: boolean;
      readonly arguments: readonly Tree[];
    }
  | {
      readonly kind: 'each';
      readonly quantifier: Quantifier;
      readonly list: Tree;
      readonly variable: string;
      readonly test: Tree | null;
      readonly give: Tree | null;
    }
  | { readonly kind: 'list'; readonly items: readonly Tree[] }
  | { readonly kind: 'map'; readonly entries: readonly (readonly [Tree, Tree])[] }
  | { readonly kind: 'choice'; readonly test: Tree; readonly then: Tree; readonly otherwise: Tree }
  | { readonly kind: 'and' | 'or'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'not' | 'minus'; readonly operand: Tree }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Tree; readonly right: Tree };

export type Quantifier = 'all' | 'exists' | 'exists_one' | 'filter' | 'map';
export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | 'in';

/** Direct parts of a tree, in reading order. */
export function parts(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [tree.target];
    case 'index':
      return [tree.target, tree.index];
    case 'call':
      return tree.arguments;
    case 'each':
      return [tree.list, ...(tree.test ? [tree.test] : []), ...(tree.give ? [tree.give] : [])];
    case 'list':
      return tree.items;
    case 'map':
      return tree.entries.flat();
    case 'choice':
      return [tree.test, tree.then, tree.otherwise];
    case 'and':
    case 'or':
    case 'binary':
      return [tree.left, tree.right];
    case 'not':
    case 'minus':
      return [tree.operand];
  }
}
