/** The known name most like a mistyped one, when it is near enough to be meant. */
export function nearestName(name: string, known: readonly string[]): string | null {
  if (name.length > 60) return null;
  let best: string | null = null;
  let bestDistance = Math.floor(name.length / 3) + 1;
  for (const candidate of known.slice(0, 200)) {
    if (name.length >= 3 && candidate.startsWith(name)) return candidate;
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[to.length] as number;
}

/** Guesses what was meant, but not for ever: each guess costs time, and nobody reads a thousand of them. */
export class Suggestions {
  private left = 200;

  nearest(name: string, known: Iterable<string>): string | null {
    this.left -= 1;
    return this.left < 0 ? null : nearestName(name, [...known]);
  }
}
