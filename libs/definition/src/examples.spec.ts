import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDefinition, compilePlan } from './index.js';
import type { WorkflowDefinition } from './index.js';

const FOLDER = join(__dirname, '../../../examples');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

function read(file: string): WorkflowDefinition {
  const { definition } = checkDefinition(readFileSync(join(FOLDER, file), 'utf8'));
  if (definition === null) throw new Error(`${file} cannot be read`);
  return definition;
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

  it('fits a screen of 1280 pixels, and no two steps (220 by 72) touch', () => {
    const places = read(file).steps.map(({ position }) => position ?? { x: Number.NaN, y: Number.NaN });
    for (const [index, a] of places.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + 220).toBeLessThanOrEqual(1280);
      for (const b of places.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= 240 || Math.abs(a.y - b.y) >= 90).toBe(true);
      }
    }
  });
});

it('shows every type of step in some example', () => {
  const used = new Set(files.flatMap((file) => read(file).steps.map(({ type }) => type)));
  expect(used.size).toBe(10);
});
