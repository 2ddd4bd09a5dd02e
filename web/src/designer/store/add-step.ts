import { applyEdit, canConnect, outputPorts } from '#definition';
import type { Edit, Position, StepDefinition, WorkflowDefinition } from '#definition';
import { containmentOf, isContainer, ROOT } from '../../canvas/containment.js';
import type { Place } from '../../canvas/containment.js';
import { HEAD_HEIGHT, snap, STEP_WIDTH } from '../../canvas/geometry.js';
import { layOut } from '../../canvas/lay-out.js';
import { placeAt } from '../../canvas/place-at.js';
import { settle } from '../../canvas/settle.js';
import { currentDefinition, edit } from './designer-store.js';
import { boxesIn, freeFrom, freePlace, GAP, roomAt } from './free-place.js';
import { newStep } from './new-steps.js';
import { requestSelection, useSelection } from './selection-store.js';

/** Adds a step where it was dropped: into the frame there, when there is one. */
export function addStepAt(type: string, point: Position): void {
  const definition = currentDefinition();
  const spot = { x: snap(point.x - STEP_WIDTH / 2), y: snap(point.y - HEAD_HEIGHT / 2) };
  const step = newStep(definition, type, spot);
  const place = placeAt(definition, point);
  add(definition, step, place, roomAt(definition, place, spot, sizeOf(definition, step)), () => []);
}

/**
 * Adds a step behind the selected one and connects them; into a selected frame that is empty; with nothing
 * selected, at the given spot.
 */
export function addStepAfterSelection(type: string, elsewhere: Position): void {
  const definition = currentDefinition();
  const [selected, another] = useSelection.getState().steps;
  const before = another === undefined ? definition.steps.find(({ id }) => id === selected) : undefined;
  const drawn = before && layOut(definition).get(before.id);
  const step = newStep(definition, type, { x: 0, y: 0 });
  const size = sizeOf(definition, step);
  if (before && drawn && isEmptyFrame(definition, before)) {
    const place: Place = { parent: before.id, region: 'body' };
    add(definition, step, place, freePlace(definition, place, size), () => []);
    return;
  }
  if (before && drawn && drawn.undoes === null) {
    const { box, place } = drawn;
    const wanted = { x: snap(box.x + box.width + GAP), y: box.y };
    const spot = freeFrom(wanted, size, boxesIn(definition, place));
    add(definition, step, place, spot, (after) => connections(after, before, step));
    return;
  }
  const wanted = { x: snap(elsewhere.x - STEP_WIDTH / 2), y: snap(elsewhere.y - HEAD_HEIGHT / 2) };
  add(definition, step, ROOT, freeFrom(wanted, size, boxesIn(definition, ROOT)), () => []);
}

function add(
  definition: WorkflowDefinition,
  step: StepDefinition,
  place: Place,
  spot: Position,
  connectionsIn: (after: WorkflowDefinition) => readonly Edit[],
): void {
  const origin = (place.parent === null ? undefined : layOut(definition).get(place.parent)?.box) ?? {
    x: 0,
    y: 0,
  };
  const at = { x: spot.x - origin.x, y: spot.y - origin.y };
  const placed: StepDefinition = {
    ...step,
    position: at,
    ...(place.parent === null ? {} : { parent: place.parent }),
    ...(place.region === 'finally' ? { region: 'finally' as const } : {}),
  };
  const adding: Edit = { kind: 'add-step', step: placed };
  const after = applyEdit(definition, adding);
  const before = [...layOut(definition)].map(([id, drawn]) => [id, drawn.at] as const);
  const positions = settle(after, new Map([...before, [step.id, at]]));
  edit(adding, { kind: 'move-steps', positions }, ...connectionsIn(after));
  requestSelection([step.id]);
}

function connections(
  after: WorkflowDefinition,
  before: StepDefinition,
  { id }: StepDefinition,
): readonly Edit[] {
  const output = outputPorts(before)[0]?.name;
  if (output === undefined || !canConnect(after, before.id, output, id, 'in').ok) return [];
  const connection = { sourceStep: before.id, sourceOutput: output, targetStep: id, targetInput: 'in' };
  return [{ kind: 'connect', connection }];
}

function isEmptyFrame(definition: WorkflowDefinition, step: StepDefinition): boolean {
  const { childrenOf } = containmentOf(definition);
  return isContainer(step) && childrenOf({ parent: step.id, region: 'body' }).length === 0;
}

/** How big a new step is drawn that stands alone. */
function sizeOf(definition: WorkflowDefinition, step: StepDefinition) {
  const alone = layOut({ ...definition, steps: [{ ...step, position: { x: 0, y: 0 } }], connections: [] });
  return alone.get(step.id)?.box ?? { width: STEP_WIDTH, height: HEAD_HEIGHT };
}
