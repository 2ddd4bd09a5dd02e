/** Of pdf.js' outline, what the reader looks at. */
export interface OutlineNode {
  readonly title: string;
  readonly items: readonly OutlineNode[];
}

const MAXIMUM_DEPTH = 6;
const MAXIMUM_ENTRIES = 20_000;

/** Level of each title in a document's outline, 1 outermost, by the title as `outlineKey` spells it. */
export function outlineLevels(nodes: readonly OutlineNode[] | null): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const visit = (siblings: readonly OutlineNode[], level: number): void => {
    for (const { title, items } of siblings) {
      const key = outlineKey(title);
      if (key !== '' && !levels.has(key)) levels.set(key, level);
      if (levels.size > MAXIMUM_ENTRIES) return;
      if (level < MAXIMUM_DEPTH) visit(items, level + 1);
    }
  };
  visit(nodes ?? [], 1);
  return levels;
}

/** Titles in an outline and on the page differ in numbering, spacing and case. */
export function outlineKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s\d.()/-]+(?=\p{L})/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
