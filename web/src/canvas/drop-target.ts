import { create } from 'zustand';
import { samePlace } from './containment.js';
import type { Place } from './containment.js';

const useTarget = create<{ readonly place: Place | null }>(() => ({ place: null }));

/** Reads where a step that is being dragged would go; null while nothing is dragged into another place. */
export function useDropTarget<T>(select: (place: Place | null) => T): T {
  return useTarget(({ place }) => select(place));
}

export function noteDropTarget(place: Place | null): void {
  const before = useTarget.getState().place;
  if (before === place || (before && place && samePlace(before, place))) return;
  useTarget.setState({ place });
}
