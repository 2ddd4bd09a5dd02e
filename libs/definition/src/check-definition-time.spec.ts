import { startCpu } from '../test/cpu-time.js';
import { checkDefinition } from './index.js';

/** What takes time in proportion stays far below it, also where coverage is measured; what is quadratic takes minutes. */
const LONG_MS = 10_000;

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
  ])('never takes long with %s', (_, document) => {
    const elapsed = startCpu();
    checkDefinition(document);

    expect(elapsed()).toBeLessThan(LONG_MS);
  });

  it('never takes long with many keys that stand twice', () => {
    const elapsed = startCpu();
    const { problems } = checkDefinition(`{${'"a":1,'.repeat(150_000)}"a":1}`);

    expect(problems.length).toBeGreaterThan(150_000);
    expect(elapsed()).toBeLessThan(LONG_MS);
  });

  it.each<[string, (index: number) => string]>([
    [
      'cases that all exclude each other',
      (index) =>
        `(${numbered(30, (at) => `a${at} = ${index}`).join('||')}) AND (${numbered(30, (at) => `a${at} = -1`).join('||')})`,
    ],
    ['the same over one name', (index) => numbered(80, (at) => `a0 = ${at + index}`).join('||')],
    ['many terms at once', (index) => numbered(60, (at) => `a${at} > ${index} AND b${at} < 3`).join('&&')],
    [
      'nested choices',
      (index) =>
        numbered(9, (at) => `a${at} > ${index} ? NOT (b${at} = 1) : (`).join('') + 'true' + ')'.repeat(9),
    ],
  ])('never takes long with 490 conditions of %s', (_, condition) => {
    const inputs = Object.fromEntries(
      numbered(60, (index) => `a${index}`)
        .concat(numbered(60, (index) => `b${index}`))
        .map((name) => [name, 'number']),
    );
    const steps = numbered(490, (index) => `s${index}`).map((id, index) => ({
      id,
      type: 'condition',
      configuration: { cases: [{ port: 'p', when: condition(index) }] },
    }));
    const connections = steps
      .slice(1)
      .flatMap(({ id }, index) =>
        ['p', 'else'].map((sourceOutput) => ({ sourceStep: `s${index}`, sourceOutput, targetStep: id })),
      );
    const elapsed = startCpu();
    const { problems } = checkDefinition({ schemaVersion: 1, inputs, steps, connections });

    expect(elapsed()).toBeLessThan(LONG_MS);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a sound definition', () => {
  // Groups of twenty around a decision each, with a loop, a search and a join in every one.
  const sound = (count: number): object => {
    const steps: object[] = [];
    const connections: object[] = [];
    for (let at = 0; at < count; at += 20) {
      const id = (name: string): string => `${name}_${at}`;
      const before = at === 0 ? 'input.n' : `steps.end_${at - 20}.y`;
      steps.push(
        { id: id('first'), type: 'transform', configuration: { values: { x: `${before} + 1` } } },
        {
          id: id('decide'),
          type: 'condition',
          configuration: { cases: [{ port: 'more', when: `x > ${at} AND input.n < 5` }] },
        },
        { id: id('more'), type: 'transform', configuration: { values: { y: `steps.${id('first')}.x * 2` } } },
        { id: id('less'), type: 'search', configuration: { query: `About {{ steps.${id('first')}.x }}` } },
        { id: id('join'), type: 'merge' },
        { id: id('loop'), type: 'loop', configuration: { items: 'value', result: 'z' } },
        {
          id: id('round'),
          type: 'transform',
          parent: id('loop'),
          configuration: { values: { z: 'loop.item' } },
        },
        { id: id('side'), type: 'parallel' },
        { id: id('pass'), type: 'transform', join: 'every' },
        {
          id: id('end'),
          type: 'transform',
          configuration: { values: { y: `size(steps.${id('loop')}.results)` } },
        },
      );
      const wires = [
        ['first', 'out', 'decide'],
        ['decide', 'more', 'more'],
        ['decide', 'else', 'less'],
        ['more', 'out', 'join'],
        ['less', 'out', 'join'],
        ['join', 'out', 'loop'],
        ['join', 'out', 'side'],
        ['loop', 'done', 'pass'],
        ['side', 'out', 'q0'],
        ['q9', 'out', 'pass'],
        ['pass', 'out', 'end'],
      ] as const;
      for (const [source, sourceOutput, target] of wires) {
        connections.push({ sourceStep: id(source), sourceOutput, targetStep: id(target) });
      }
      for (let step = 0; step < 10; step += 1) {
        steps.push({ id: id(`q${step}`), type: 'parallel' });
        if (step > 0) connections.push({ sourceStep: id(`q${step - 1}`), targetStep: id(`q${step}`) });
      }
      if (at > 0) connections.push({ sourceStep: `end_${at - 20}`, targetStep: id('first') });
    }
    return { schemaVersion: 1, inputs: { n: 'number' }, steps, connections };
  };
  /** Of several, as code that has just been started is slower. */
  const quickest = (document: object): number => {
    const times = Array.from({ length: 10 }, () => {
      const elapsed = startCpu();
      checkDefinition(document);
      return elapsed();
    });
    return Math.min(...times);
  };

  it('of 1,000 steps is checked, with all that can be proved of it, far below a second', () => {
    expect(checkDefinition(sound(1000)).problems).toEqual([]);
    expect(quickest(sound(1000))).toBeLessThan(600);
  });

  it('takes about as much longer as it is bigger', () => {
    const [small, big] = [quickest(sound(200)), quickest(sound(800))];
    expect(big / small).toBeLessThan(8);
  });
});
