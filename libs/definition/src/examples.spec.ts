import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinition, compilePlan, stepCatalogue } from './index.js';
import type { StepDefinition, WorkflowDefinition } from './index.js';

const FOLDER = join(__dirname, '../../../examples');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

function read(file: string): WorkflowDefinition {
  const { definition } = checkDefinition(readFileSync(join(FOLDER, file), 'utf8'));
  if (definition === null) throw new Error(`${file} cannot be read`);
  return definition;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room below and beside what stands in a container; its title is above. */
const MARGIN = 20;
const TITLE = 60;

/** Positions in a container count from its corner; it is as big as what stands in it. */
function boxOf(step: StepDefinition, steps: readonly StepDefinition[]): Box {
  const { x, y } = step.position ?? { x: Number.NaN, y: Number.NaN };
  const inside = steps.filter(({ parent }) => parent === step.id).map((child) => boxOf(child, steps));
  const width = Math.max(220, ...inside.map(({ right }) => right + MARGIN));
  const height = Math.max(72, ...inside.map(({ bottom }) => bottom + MARGIN));
  return { left: x, top: y, right: x + width, bottom: y + height };
}

describe.each(files)('%s', (file) => {
  it('has no problem of any kind', () => {
    expect(checkDefinition(readFileSync(join(FOLDER, file), 'utf8'))).toMatchObject({
      valid: true,
      problems: [],
    });
  });

  it('compiles to a plan with every step', () => {
    const definition = read(file);
    expect(compilePlan(definition).plan?.steps.map(({ id }) => id)).toEqual(
      definition.steps.map(({ id }) => id),
    );
  });

  it('fits a screen of 1280 pixels, and no two steps touch', () => {
    const { steps } = read(file);
    for (const [index, step] of steps.entries()) {
      const a = boxOf(step, steps);
      expect(a.left).toBeGreaterThanOrEqual(step.parent ? MARGIN : 0);
      expect(a.top).toBeGreaterThanOrEqual(step.parent ? TITLE : 0);
      expect(a.right).toBeLessThanOrEqual(1280);
      for (const other of steps.slice(index + 1).filter(({ parent }) => parent === step.parent)) {
        const b = boxOf(other, steps);
        const [beside, below] = [
          Math.max(a.left - b.right, b.left - a.right),
          Math.max(a.top - b.bottom, b.top - a.bottom),
        ];
        expect(beside >= 20 || below >= 18).toBe(true);
      }
    }
  });
});

it('shows every type of step in some example', () => {
  const used = new Set(files.flatMap((file) => read(file).steps.map(({ type }) => type)));
  expect([...used].sort()).toEqual(stepCatalogue.map(({ type }) => type).sort());
});

it('shows every way to repeat, to join at the first, to undo, and to deal with failure', () => {
  const steps = files.flatMap((file) => read(file).steps);
  const modes = steps.flatMap(({ type, configuration }) =>
    type === 'loop' ? [configuration['mode'] ?? 'forEach'] : [],
  );
  expect(new Set(modes)).toEqual(new Set(['forEach', 'times', 'while', 'until']));
  expect(new Set(steps.map(({ onError }) => onError ?? 'fail'))).toEqual(new Set(['fail', 'route', 'block']));
  expect(steps.some(({ join: how }) => how === 'race')).toBe(true);
  expect(steps.some(({ compensateWith }) => compensateWith !== undefined)).toBe(true);
  expect(steps.some(({ region }) => region === 'finally')).toBe(true);
});
