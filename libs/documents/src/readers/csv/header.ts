const NUMBER = /^[\s$€£¥%+-]*[\d.,]+[\s$€£¥%]*$/;

/** Whether the first record names the columns: there are others, and its cells are filled, different and no numbers. */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const [first] = records;
  if (!first || records.length < 2) return false;
  const cells = first.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length >= Math.max(1, cells.length - 1) &&
    new Set(filled).size === filled.length &&
    !filled.some((cell) => NUMBER.test(cell) || cell.length > 80)
  );
}
