import type { Position } from '#definition';
import type { Region } from './containment.js';
import type { Box } from './free-lane.js';
import { GRID } from './geometry.js';

/** Room between the border of a frame and the steps in it. */
export const FRAME_PADDING = 20;
/** Height of the line that names a region. */
const CAPTION_HEIGHT = 26;
const LEAST_FRAME_WIDTH = 300;
const LEAST_REGION_HEIGHT = 88;
/** Room at least above the first row. */
const CLEARANCE = 12;

/** A part of a frame that steps stand in; measured from the frame's upper edge. */
export interface DrawnRegion {
  readonly region: Region;
  readonly top: number;
  /** Where its first row of steps begins. */
  readonly first: number;
  readonly height: number;
  readonly empty: boolean;
}

/** How a container is drawn around what stands in it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly DrawnRegion[];
  /** Where the steps in it are drawn, from the frame's upper left corner. */
  readonly at: ReadonlyMap<string, Position>;
}

/** A region's steps where the document has them; only how they stand to each other counts. */
export interface RegionContent {
  readonly region: Region;
  readonly boxes: ReadonlyMap<string, Box>;
}

/**
 * Lays the frame closely around its steps: the first column of any region begins at the same distance from the
 * left border, and each region's first row right below its caption. So a frame follows what it holds, and one
 * region makes room for the other.
 * @param head height of what stands above the regions: name and ports
 */
export function frameAround(head: number, contents: readonly RegionContent[]): Frame {
  const all = contents.flatMap(({ boxes }) => [...boxes.values()]);
  const left = Math.min(...all.map(({ x }) => x));
  const shiftX = all.length === 0 ? 0 : FRAME_PADDING - left;
  const right = Math.max(0, ...all.map(({ x, width }) => x + shiftX + width));
  const caption = contents.length > 1 ? CAPTION_HEIGHT : 0;
  const at = new Map<string, Position>();
  const regions: DrawnRegion[] = [];
  let top = head;
  for (const { region, boxes } of contents) {
    // On the grid, so that steps in a frame and beside it snap to the same lines.
    const first = Math.ceil((top + caption + CLEARANCE) / GRID) * GRID;
    const shiftY = first - Math.min(...[...boxes.values()].map(({ y }) => y));
    let bottom = top + caption + LEAST_REGION_HEIGHT;
    for (const [id, { x, y, height }] of boxes) {
      at.set(id, { x: x + shiftX, y: y + shiftY });
      bottom = Math.max(bottom, y + shiftY + height + FRAME_PADDING);
    }
    regions.push({ region, top, first, height: bottom - top, empty: boxes.size === 0 });
    top = bottom;
  }
  return { width: Math.max(LEAST_FRAME_WIDTH, right + FRAME_PADDING), height: top, regions, at };
}

export function sameFrame(left: Frame | null, right: Frame | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.width === right.width &&
    left.height === right.height &&
    left.regions.length === right.regions.length &&
    left.regions.every(({ top, height, empty }, index) => {
      const other = right.regions[index];
      return other?.top === top && other.height === height && other.empty === empty;
    })
  );
}
