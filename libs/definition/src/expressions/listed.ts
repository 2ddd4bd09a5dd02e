const MOST = 10;

/** Names for a message, not more than a person wants to read. */
export function listed(names: Iterable<string>, between = ', '): string {
  const shown: string[] = [];
  for (const name of names) {
    if (shown.length === MOST) return `${shown.join(between)}${between}…`;
    shown.push(name);
  }
  return shown.join(between);
}
