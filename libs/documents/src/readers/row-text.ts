/** A table row as text: `name: value; name: value` under a header, else the cells with tabs between them. */
export function rowText(cells: readonly string[], header: readonly string[] | null): string {
  if (header === null) return cells.map((cell) => cell.trim()).join('\t');
  return cells
    .map((cell, index) => ({ name: header[index], value: cell.trim() }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => (name === undefined || name === '' ? value : `${name}: ${value}`))
    .join('; ');
}
