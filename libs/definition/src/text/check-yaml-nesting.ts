import type { CST } from 'yaml';
import { LIMITS } from '../limits.js';
import { TextFault } from './text-fault.js';

/** Measures nesting by a work list, before anything that recurses sees the document. */
export function checkYamlNesting(token: CST.Token): void {
  const work: { readonly token: CST.Token; readonly depth: number }[] = [{ token, depth: 0 }];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const inner = item.depth + (isCollection(item.token) ? 1 : 0);
    if (inner > LIMITS.nesting) {
      const start = 'offset' in item.token ? item.token.offset : 0;
      const message = `Values are nested more than ${LIMITS.nesting} levels deep.`;
      throw new TextFault('TOO_DEEP', message, { start, end: start + 1 });
    }
    for (const child of childrenOf(item.token)) work.push({ token: child, depth: inner });
  }
}

function isCollection(token: CST.Token): boolean {
  return token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  switch (token.type) {
    case 'document':
      return token.value ? [token.value] : [];
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      return token.items.flatMap(({ key, value }) =>
        [key, value].filter((part) => part !== undefined && part !== null),
      );
    default:
      return [];
  }
}
