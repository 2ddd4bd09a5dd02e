import { findStepType } from '#definition';
import type { StepCategory, WorkflowDefinition } from '#definition';
import {
  drawnPorts,
  HEAD_HEIGHT,
  PORT_HEIGHT,
  STEP_WIDTH,
  stepHeight,
  stepsWithErrorUse,
} from '../canvas/geometry.js';
import { placeSteps } from '../canvas/place-steps.js';

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
}

/** Beyond this many steps a thumbnail shows nothing that a count does not say better. */
export const PREVIEW_LIMIT = 200;

const MARGIN = 30;
/** So that one lone step does not fill the picture. */
const LEAST = { width: 900, height: 300 };

export function previewGraph(definition: WorkflowDefinition): GraphPreview | null {
  const { steps, connections } = definition;
  if (steps.length === 0 || steps.length > PREVIEW_LIMIT) return null;
  const places = placeSteps(definition);
  const errorUse = stepsWithErrorUse(definition);
  const drawn = steps.map((step) => {
    const ports = drawnPorts(step, errorUse.has(step.id));
    const { x, y } = places.get(step.id) ?? { x: 0, y: 0 };
    const category = findStepType(step.type)?.category ?? ('unknown' as const);
    return { ports, box: { id: step.id, x, y, width: STEP_WIDTH, height: stepHeight(ports), category } };
  });
  const byId = new Map(drawn.map((entry) => [entry.box.id, entry]));
  const lines = connections.flatMap(
    ({ id, sourceStep, sourceOutput, targetStep, targetInput, condition }) => {
      const source = byId.get(sourceStep);
      const target = byId.get(targetStep);
      if (!source || !target) return [];
      const from = {
        x: source.box.x + STEP_WIDTH,
        y: source.box.y + portOffset(source.ports.outputs, sourceOutput),
      };
      const to = { x: target.box.x, y: target.box.y + portOffset(target.ports.inputs, targetInput) };
      return [{ id, path: curve(from, to), conditional: condition !== undefined }];
    },
  );
  return { viewBox: frame(drawn.map(({ box }) => box)), boxes: drawn.map(({ box }) => box), lines };
}

function portOffset(ports: readonly { readonly name: string }[], name: string): number {
  const index = Math.max(
    0,
    ports.findIndex((port) => port.name === name),
  );
  return HEAD_HEIGHT + (index + 0.5) * PORT_HEIGHT;
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const bend = Math.max(40, Math.abs(to.x - from.x) / 2);
  return `M${from.x},${from.y} C${from.x + bend},${from.y} ${to.x - bend},${to.y} ${to.x},${to.y}`;
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
