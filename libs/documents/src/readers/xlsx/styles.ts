import { childAt, childrenNamed, parseXml } from '../xml/element.js';
import { builtInKind, kindOfFormat } from './number-format.js';
import type { NumberKind } from './number-format.js';

/** What numbers are shown as, by the number of a cell's style (ECMA-376 part 1, 18.8.10). */
export function readNumberKinds(bytes: Uint8Array, part: string): readonly NumberKind[] {
  const root = parseXml(bytes, part);
  const codes = new Map(
    childrenNamed(childAt(root, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? '',
    ]),
  );
  return childrenNamed(childAt(root, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    const code = codes.get(id);
    return code === undefined ? builtInKind(id) : kindOfFormat(code);
  });
}
