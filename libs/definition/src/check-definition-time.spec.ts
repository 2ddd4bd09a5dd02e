import { startCpu } from '../test/cpu-time.js';
import { checkDefinition } from './index.js';

describe('the time it takes', () => {
  const numbered = (count: number, one: (index: number) => string): string[] =>
    Array.from({ length: count }, (_, index) => one(index));
  const transform = (values: readonly string[], more: object = {}): object => ({
    schemaVersion: 1,
    ...more,
    steps: [
      {
        id: 't',
        type: 'transform',
        configuration: { values: Object.fromEntries(values.map((value, index) => [`v${index}`, value])) },
      },
      ...numbered(1500, (index) => `s${index}`).map((id) => ({ id, type: 'parallel' })),
    ],
  });
  const words = (index: number): string =>
    numbered(200, (word) => `zyxwvutsrq${word + index * 200}`).join('+');

  it.each<[string, object]>([
    [
      'many unknown names beside many known ones',
      transform(numbered(240, words), {
        inputs: Object.fromEntries(
          numbered(200, (index) => `abcdefghij${index}`).map((name) => [name, 'string']),
        ),
      }),
    ],
    [
      'many unknown steps',
      transform(numbered(200, (index) => numbered(150, (at) => `was_skipped(z${at}_${index})`).join('&&'))),
    ],
    ['many values', transform(numbered(50_000, () => '1'))],
    [
      'many unknown fields',
      {
        schemaVersion: 1,
        steps: [Object.fromEntries(numbered(50_000, (index) => `confg${index}`).map((name) => [name, 1]))],
      },
    ],
    [
      'many ports',
      {
        schemaVersion: 1,
        steps: [{ id: 'a', type: 'parallel', outputs: numbered(100_000, (index) => `o${index}`) }],
      },
    ],
    [
      'many connections to ports that are not there',
      {
        schemaVersion: 1,
        steps: [
          { id: 'a', type: 'parallel', outputs: numbered(80_000, (index) => `o${index}`) },
          { id: 'b', type: 'parallel' },
        ],
        connections: numbered(4000, (index) => `x${index}`).map((sourceOutput) => ({
          sourceStep: 'a',
          sourceOutput,
          targetStep: 'b',
        })),
      },
    ],
  ])('stays below three seconds with %s', (_, document) => {
    const elapsed = startCpu();
    checkDefinition(document);

    expect(elapsed()).toBeLessThan(3_000);
  });

  it('stays below three seconds with many keys that stand twice', () => {
    const elapsed = startCpu();
    const { problems } = checkDefinition(`{${'"a":1,'.repeat(150_000)}"a":1}`);

    expect(problems.length).toBeGreaterThan(150_000);
    expect(elapsed()).toBeLessThan(3_000);
  });
});
