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
  };
}

const nothing: readonly string[] = [];

export const useSelection = create<SelectionState>(() => ({
  steps: nothing,
  connections: nothing,
  request: { steps: nothing, connections: nothing, count: 0 },
}));

/** Told by the canvas. */
export function noteSelection(steps: readonly string[], connections: readonly string[]): void {
  useSelection.setState({ steps, connections });
}

/** Asked from outside of the canvas: a problem, the palette, a paste. */
export function requestSelection(steps: readonly string[], connections: readonly string[] = nothing): void {
  const { request } = useSelection.getState();
  useSelection.setState({ request: { steps, connections, count: request.count + 1 } });
}

export function focusOf({ steps, connections }: Pick<SelectionState, 'steps' | 'connections'>): Focus {
  const [step] = steps;
  const [connection] = connections;
  if (step !== undefined && steps.length === 1) return { kind: 'step', id: step };
  if (connection !== undefined && steps.length === 0) return { kind: 'connection', id: connection };
  return { kind: 'workflow' };
}
