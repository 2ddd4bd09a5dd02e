import fc from 'fast-check';
import { checkDefinition, compilePlan, readDefinition } from '../index.js';
import { startCpu } from '../../test/cpu-time.js';

const BARE = { schemaVersion: 1, steps: [{ id: 'a', type: 'transform' }] };

describe('a hostile value', () => {
  const circle: Record<string, unknown> = { ...BARE };
  circle['metadata'] = { circle };
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = { deep };
  let wide: unknown[] = [];
  for (let level = 0; level < 30; level += 1) wide = [wide, wide];
  class Odd {
    readonly schemaVersion = 1;
  }
  const throwing = new Proxy(
    {},
    {
      getPrototypeOf: () => {
        throw new Error('no');
      },
      ownKeys: () => {
        throw new Error('no');
      },
    },
  );
  const getter = Object.defineProperty({ ...BARE }, 'name', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  const polluting: unknown = JSON.parse('{"schemaVersion": 1, "steps": [], "__proto__": {"polluted": 1}}');

  it.each<[string, unknown]>([
    ['a circle', circle],
    ['depth', { ...BARE, metadata: deep }],
    ['a tree of the same list', { ...BARE, metadata: { wide } }],
    ['a class', new Odd()],
    ['a map', new Map([['schemaVersion', 1]])],
    ['a date inside', { ...BARE, metadata: { at: new Date() } }],
    ['a proxy that throws', throwing],
    ['a proxy inside', { ...BARE, metadata: throwing }],
    ['a getter', getter],
    ['a function', { ...BARE, name: () => 'x' }],
    ['a symbol', { ...BARE, name: Symbol('x') }],
    ['a big integer', { ...BARE, name: 10n }],
    ['not a number', { ...BARE, metadata: { x: Number.NaN } }],
    ['an endless list', { ...BARE, steps: new Array(4_000_000_000) }],
    ['holes', { ...BARE, steps: new Array(3) }],
    ['a prototype', polluting],
    ['a NUL', { ...BARE, name: 'a\0b' }],
    ['half a character', { ...BARE, name: '\uD800' }],
    ['a NUL in a name', { ...BARE, metadata: { 'a\0': 1 } }],
    ['a long text', { ...BARE, name: 'x'.repeat(2 ** 21) }],
    [
      'many names',
      { ...BARE, metadata: Object.fromEntries(Array.from({ length: 250_000 }, (_, index) => [index, 1])) },
    ],
  ])('%s is refused, quickly', (_, value) => {
    const cpu = startCpu();
    const { valid, problems } = checkDefinition(value);
    expect(cpu()).toBeLessThan(2000);
    expect(valid).toBe(false);
    expect(problems.length).toBeGreaterThan(0);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('undefined fields are fields that are not there', () => {
    expect(readDefinition({ ...BARE, name: undefined }).problems).toEqual([]);
  });

  it('never makes it throw', () => {
    const document = fc.oneof(
      fc.anything({
        withBigInt: true,
        withMap: true,
        withDate: true,
        withNullPrototype: true,
        withSparseArray: true,
        maxDepth: 5,
      }),
      fc.record({
        schemaVersion: fc.constantFrom(0, 1, 2, '1'),
        steps: fc.anything(),
        connections: fc.anything(),
        inputs: fc.anything(),
      }),
      fc.record({
        schemaVersion: fc.constant(1),
        steps: fc.array(
          fc.record(
            {
              id: fc.constantFrom('a', 'b', 'c', '', 1),
              type: fc.constantFrom(
                'search',
                'condition',
                'merge',
                'transform',
                'validation',
                'parallel',
                'loop',
                'try',
                'delay',
                'approval',
                'http_request',
                'sub_workflow',
                'x',
              ),
              configuration: fc.oneof(
                fc.jsonValue(),
                fc.record(
                  {
                    cases: fc.jsonValue(),
                    rules: fc.jsonValue(),
                    values: fc.jsonValue(),
                    query: fc.string(),
                    mode: fc.constantFrom('while', 'until', 'times', 'forEach', 'all', 'x'),
                    condition: fc.constantFrom('true', 'loop.index > 1', 'steps.a.x = 1', '('),
                    items: fc.constantFrom('[1]', 'loop.item', 'steps.b.x'),
                    maximumRounds: fc.constantFrom(3, 0),
                    url: fc.string(),
                    workflowId: fc.constant('w'),
                    input: fc.jsonValue(),
                    duration: fc.constantFrom('1s', '{{ 1 }}s', '{{', 'x'),
                  },
                  { requiredKeys: [] },
                ),
              ),
              conditions: fc.oneof(fc.string(), fc.jsonValue()),
              join: fc.jsonValue(),
              outputs: fc.jsonValue(),
              assign: fc.dictionary(fc.string(), fc.string()),
              parent: fc.constantFrom('a', 'b', 'c', 'd', null),
              region: fc.constantFrom('body', 'finally'),
              compensateWith: fc.constantFrom('a', 'b', 'c', 'd'),
              onError: fc.constantFrom('fail', 'continue', 'route', 'block'),
            },
            { requiredKeys: ['id', 'type'] },
          ),
        ),
        connections: fc.array(
          fc.record(
            {
              sourceStep: fc.constantFrom('a', 'b', 'c'),
              targetStep: fc.constantFrom('a', 'b', 'c'),
              condition: fc.string(),
            },
            { requiredKeys: ['sourceStep', 'targetStep'] },
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(document, (value) => {
        const { valid, definition, problems } = checkDefinition(value);
        if (valid && definition !== null) expect(compilePlan(definition).plan).not.toBeNull();
        return valid || problems.some(({ severity }) => severity === 'error');
      }),
      { numRuns: 1000 },
    );
  });
});
