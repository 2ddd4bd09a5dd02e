import { canConnect, outputPorts } from '#definition';
import type { Edit, Position } from '#definition';
import { GRID, HEAD_HEIGHT, STEP_WIDTH } from '../../canvas/geometry.js';
import { placeSteps, snap } from '../../canvas/place-steps.js';
import { currentDefinition, edit } from './designer-store.js';
import { newStep } from './new-steps.js';
import { requestSelection, useSelection } from './selection-store.js';

/** Room between two steps in a row. */
const GAP = 68;

/** Adds a step behind the selected one and connects them; with nothing selected, at the given place. */
export function addStepAfterSelection(type: string, elsewhere: Position): void {
  const definition = currentDefinition();
  const places = placeSteps(definition);
  const [selected, another] = useSelection.getState().steps;
  const before = another === undefined ? definition.steps.find(({ id }) => id === selected) : undefined;
  const place = before && places.get(before.id);
  const wanted = place
    ? { x: snap(place.x + STEP_WIDTH + GAP), y: place.y }
    : { x: snap(elsewhere.x - STEP_WIDTH / 2), y: snap(elsewhere.y - HEAD_HEIGHT / 2) };
  const step = newStep(definition, type, freePlace(wanted, [...places.values()]));
  const edits: Edit[] = [{ kind: 'add-step', step }];
  const output = before && outputPorts(before)[0]?.name;
  if (before && output !== undefined) {
    const connection = {
      sourceStep: before.id,
      sourceOutput: output,
      targetStep: step.id,
      targetInput: 'in',
    };
    const after = { ...definition, steps: [...definition.steps, step] };
    if (canConnect(after, before.id, output, step.id, 'in').ok) edits.push({ kind: 'connect', connection });
  }
  edit(...edits);
  requestSelection([step.id]);
}

/** The wanted place, or the first one below it where no step stands yet. */
function freePlace(wanted: Position, taken: readonly Position[]): Position {
  let { y } = wanted;
  while (taken.some((place) => Math.abs(place.x - wanted.x) < STEP_WIDTH && Math.abs(place.y - y) < 100))
    y += 6 * GRID;
  return { x: wanted.x, y };
}
