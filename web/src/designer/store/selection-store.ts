import { create } from 'zustand';

/** What the panel beside the canvas is about. */
export type Focus =
  | { readonly kind: 'workflow' }
  | { readonly kind: 'step'; readonly id: string }
  | { readonly kind: 'connection'; readonly id: string };

interface SelectionState {
  readonly steps: readonly string[];
  readonly connections: readonly string[];
  /** Asks the canvas to select these and bring them into view; counted, so the same can be asked twice. */
  readonly request: {
    readonly steps: readonly string[];
    readonly connections: readonly string[];
    readonly count: number;
    /** Whether the canvas stays where it is. */
    readonly still: boolean;
  };
  /** Steps along which a chosen problem shows. */
  readonly lit: readonly string[];
}

const nothing: readonly string[] = [];

export const useSelection = create<SelectionState>(() => ({
  steps: nothing,
  connections: nothing,
  request: { steps: nothing, connections: nothing, count: 0, still: true },
  lit: nothing,
}));

/** Told by the canvas. */
export function noteSelection(steps: readonly string[], connections: readonly string[]): void {
  useSelection.setState({ steps, connections });
}

/** Lights steps up until others are lit, or none. */
export function lightUp(steps: readonly string[]): void {
  useSelection.setState({ lit: steps.length === 0 ? nothing : steps });
}

/** Asked from outside of the canvas: a problem, the palette, a paste. */
export function requestSelection(steps: readonly string[], connections: readonly string[] = nothing): void {
  ask(steps, connections, false);
}

/** The same without moving the canvas: what is asked for has just been clicked. */
export function selectInPlace(steps: readonly string[]): void {
  ask(steps, nothing, true);
}

function ask(steps: readonly string[], connections: readonly string[], still: boolean): void {
  const { request } = useSelection.getState();
  useSelection.setState({ request: { steps, connections, count: request.count + 1, still } });
}

export function focusOf({ steps, connections }: Pick<SelectionState, 'steps' | 'connections'>): Focus {
  const [step] = steps;
  const [connection] = connections;
  if (step !== undefined && steps.length === 1) return { kind: 'step', id: step };
  if (connection !== undefined && steps.length === 0) return { kind: 'connection', id: connection };
  return { kind: 'workflow' };
}
