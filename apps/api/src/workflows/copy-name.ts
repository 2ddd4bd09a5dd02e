/** Longest name a workflow may have. */
const NAME_LENGTH = 200;

/** "Report (copy)", "Report (copy 2)", ...: the first that is free. */
export function copyName(original: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? ' (copy)' : ` (copy ${count})`;
    const name = `${original.slice(0, NAME_LENGTH - suffix.length)}${suffix}`;
    if (!taken.has(name)) return name;
  }
}
