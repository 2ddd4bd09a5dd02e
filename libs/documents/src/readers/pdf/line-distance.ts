import type { Line } from './line.js';

/** Distances between the baselines of one paragraph lie between these, in letter heights. */
const CLOSEST = 0.5;
const FARTHEST = 2.6;

/** The usual distance between lines on a page, by size of letters: how far apart the lines of a paragraph are. */
export function lineDistances(lines: readonly Line[]): ReadonlyMap<number, number> {
  const counts = new Map<number, Map<number, number>>();
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    if (!previous || previous.size !== line.size) return;
    const distance = Math.round(line.y - previous.y);
    if (distance < line.size * CLOSEST || distance > line.size * FARTHEST) return;
    const ofSize = counts.get(line.size) ?? new Map<number, number>();
    ofSize.set(distance, (ofSize.get(distance) ?? 0) + 1);
    counts.set(line.size, ofSize);
  });
  return new Map([...counts].map(([size, ofSize]) => [size, mostFrequent(ofSize)]));
}

/** Of distances seen equally often, the smaller. */
function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
  )[0];
}
