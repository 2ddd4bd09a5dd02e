/** Shorter lines end where their writer ended them. */
const SHORTEST_WRAPPED = 45;
const STARTS_ITEM = /^\s*([-*•–#>|]|\d{1,3}[.)]\s|[A-Za-z][.):]\s|\t|\s{4,})/;

/**
 * Joins the lines of a paragraph that were broken to fit a width; a line after a short one, or one that starts
 * a list item or an answer (`A:`), stays a line of its own.
 */
export function unwrapLines(paragraph: string): readonly string[] {
  const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
  const widest = Math.max(0, ...lines.slice(0, 1000).map((line) => line.length));
  const wrapped = Math.max(SHORTEST_WRAPPED, widest * 0.6);
  const joined: string[] = [];
  let previousLength = 0;
  for (const line of lines) {
    const continues = previousLength >= wrapped && !STARTS_ITEM.test(line);
    if (continues && joined.length > 0) joined.push(`${joined.pop()} ${line.trim()}`);
    else joined.push(line.trimEnd());
    previousLength = line.length;
  }
  return joined;
}
