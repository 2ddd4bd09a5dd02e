import { findStepType } from '#definition';
import type { StepCategory, WorkflowDefinition } from '#definition';
import { connectionPath } from '../canvas/connection-path.js';
import { containmentOf } from '../canvas/containment.js';
import { layOut } from '../canvas/lay-out.js';
import { connectionRouter } from '../canvas/route-connections.js';

/** A workflow drawn small: boxes and lines in canvas pixels, to be scaled by the view box. */
export interface GraphPreview {
  readonly viewBox: string;
  readonly boxes: readonly PreviewBox[];
  readonly lines: readonly { readonly id: string; readonly path: string; readonly conditional: boolean }[];
}

export interface PreviewBox {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly category: StepCategory | 'unknown';
  /** Drawn around other boxes. */
  readonly isFrame: boolean;
}

/** Beyond this many steps a thumbnail shows nothing that a count does not say better. */
export const PREVIEW_LIMIT = 200;

/** Leaves room for connections that turn beside the outermost steps. */
const MARGIN = 40;
/** So that one lone step does not fill the picture. */
const LEAST = { width: 900, height: 300 };

export function previewGraph(definition: WorkflowDefinition): GraphPreview | null {
  const { steps, connections } = definition;
  if (steps.length === 0 || steps.length > PREVIEW_LIMIT) return null;
  const layout = layOut(definition);
  const boxes = containmentOf(definition).outsideIn.flatMap(({ id, type }) => {
    const drawn = layout.get(id);
    const category = findStepType(type)?.category ?? ('unknown' as const);
    return drawn ? [{ id, ...drawn.box, category, isFrame: drawn.frame !== null }] : [];
  });
  const routeOf = connectionRouter(definition);
  const lines = connections.flatMap((connection) => {
    const route = routeOf(connection);
    if (!route) return [];
    const { path } = connectionPath(route.from, route.to, route.lane);
    return [{ id: connection.id, path, conditional: connection.condition !== undefined }];
  });
  return { viewBox: frame(boxes), boxes, lines };
}

function frame(boxes: readonly PreviewBox[]): string {
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const width = Math.max(right - left + 2 * MARGIN, LEAST.width);
  const height = Math.max(bottom - top + 2 * MARGIN, LEAST.height);
  return `${(left + right - width) / 2} ${(top + bottom - height) / 2} ${width} ${height}`;
}
