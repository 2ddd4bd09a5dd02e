import { inputPorts, outputPorts } from '#definition';
import type { PortDefinition, StepDefinition, WorkflowDefinition } from '#definition';
import { isContainer } from './containment.js';

/** Sizes of a drawn step in canvas pixels; fixed, so that nothing has to be measured. */
export const STEP_WIDTH = 212;
export const HEAD_HEIGHT = 58;
export const PORT_HEIGHT = 22;
const FOOT_HEIGHT = 8;

/** Canvas grid that dropped and dragged steps snap to. */
export const GRID = 20;

export interface DrawnPorts {
  readonly inputs: readonly PortDefinition[];
  readonly outputs: readonly PortDefinition[];
}

/** Of a step that only undoes another. */
export const NO_PORTS: DrawnPorts = { inputs: [], outputs: [] };

/** The ports to draw: the error port of a container always, else only where errors are routed or it is used. */
export function drawnPorts(step: StepDefinition, errorUsed: boolean): DrawnPorts {
  const withError = step.onError === 'route' || errorUsed || isContainer(step);
  const outputs = outputPorts(step).filter(({ name }) => name !== 'error' || withError);
  return { inputs: inputPorts(step), outputs };
}

export function stepHeight(ports: DrawnPorts): number {
  return HEAD_HEIGHT + Math.max(ports.inputs.length, ports.outputs.length, 1) * PORT_HEIGHT + FOOT_HEIGHT;
}

/** How far below a step's upper edge a port stands; of a port that is not drawn, the first one's place. */
export function portOffset(ports: readonly PortDefinition[], name: string): number {
  const index = ports.findIndex((port) => port.name === name);
  return HEAD_HEIGHT + (Math.max(0, index) + 0.5) * PORT_HEIGHT;
}

/** Ids of the steps that have a connection on their error port. */
export function stepsWithErrorUse(definition: WorkflowDefinition): ReadonlySet<string> {
  return new Set(
    definition.connections
      .filter(({ sourceOutput }) => sourceOutput === 'error')
      .map(({ sourceStep }) => sourceStep),
  );
}

export function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
