import type { StepDefinition } from '#definition';
import { aDefinition } from '../canvas/a-definition.js';
import { aRow } from './a-row.js';
import { byUrgency, choiceFor, shownInstances } from './shown-instances.js';
import { stepRows } from './step-rows.js';

const steps: readonly StepDefinition[] = [
  { id: 'outer', type: 'loop', configuration: {} },
  { id: 'inner', type: 'loop', configuration: {}, parent: 'outer' },
  { id: 'guard', type: 'try', configuration: {}, parent: 'inner' },
  { id: 'work', type: 'transform', configuration: {}, parent: 'guard' },
  { id: 'end', type: 'transform', configuration: {} },
];
const definition = aDefinition(steps);
const rows = stepRows([
  aRow('outer', 'RUNNING'),
  aRow('outer[0]', 'COMPLETED'),
  aRow('outer[0]/inner[0]/guard/work', 'COMPLETED'),
  aRow('outer[1]/inner[0]', 'COMPLETED'),
  aRow('outer[1]/inner[4]/guard/work', 'BLOCKED'),
  aRow('outer[1]/inner[5]/guard/work', 'RUNNING'),
]);

describe('the instances that are shown', () => {
  it('of a run over a table are those of one row, the first when none has begun', () => {
    const begun = stepRows([aRow('@rows[0]', 'COMPLETED'), aRow('@rows[2]/end', 'BLOCKED')]);
    const shown = shownInstances(definition, begun, new Map(), '@rows');
    expect(shown.paths.get('end')).toBe('@rows[2]/end');
    expect(shown.rounds.get('@rows')).toBe(2);
    expect(shownInstances(definition, begun, new Map([['@rows', 7]]), '@rows').paths.get('end')).toBe(
      '@rows[7]/end',
    );
    expect(shownInstances(definition, stepRows([]), new Map(), '@rows').paths.get('end')).toBe(
      '@rows[0]/end',
    );
  });

  it('are those that want to be looked at', () => {
    const { paths } = shownInstances(definition, rows, new Map());
    expect(Object.fromEntries(paths)).toEqual({
      outer: 'outer',
      inner: 'outer[1]/inner',
      guard: 'outer[1]/inner[4]/guard',
      work: 'outer[1]/inner[4]/guard/work',
      end: 'end',
    });
  });

  it('or those that were chosen', () => {
    const choice = choiceFor('outer[0]/inner[0]/guard/work', new Map());
    expect(shownInstances(definition, rows, choice).paths.get('work')).toBe('outer[0]/inner[0]/guard/work');
  });

  it('are missing inside a loop that has had no round', () => {
    const { paths } = shownInstances(definition, stepRows([]), new Map());
    expect([...paths.keys()]).toEqual(['outer', 'end']);
  });
});

describe('rounds to choose from', () => {
  it('begin with what people have to do, then what failed', () => {
    const rounds = (['COMPLETED', 'FAILED', 'RUNNING', 'BLOCKED', 'WAITING'] as const).map(
      (status, index) => ({
        index,
        status,
        why: '',
      }),
    );
    expect(byUrgency(rounds).map(({ index }) => index)).toEqual([3, 4, 1, 2, 0]);
  });
});
