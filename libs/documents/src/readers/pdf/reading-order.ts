import type { Line } from './line.js';

/** Of the steps from line to line, this share may go up the page before the drawing order is given up. */
const JUMPS_ALLOWED = 0.2;
const MINIMUM_JUMPS = 5;

/**
 * Lines in the order they are read. Most writers draw in reading order, columns included, so that order is
 * kept; when it jumps up and down the page (forms, some tables), lines go from top to bottom.
 */
export function inReadingOrder(lines: readonly Line[]): readonly Line[] {
  let jumps = 0;
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (before && line.y < before.y - 2 * before.size) jumps += 1;
  });
  if (jumps < MINIMUM_JUMPS || jumps <= lines.length * JUMPS_ALLOWED) return lines;
  return [...lines].sort((a, b) => (sameRow(a, b) ? a.left - b.left : a.y - b.y));
}

function sameRow(a: Line, b: Line): boolean {
  return Math.round(a.y / 3) === Math.round(b.y / 3);
}
