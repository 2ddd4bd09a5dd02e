import { compileExpression } from '../expressions/compile-expression.js';
import { DefinitionNames } from '../expressions/definition-names.js';
import { buildGraph } from '../graph/graph.js';
import type { Json } from '../json.js';
import type { InputType, WorkflowDefinition } from '../workflow-definition.js';
import { evaluateExpression } from './evaluate-expression.js';
import { GOLDEN, GOLDEN_INPUTS, UNKNOWN_RESULT } from '../../test/golden-expressions.js';
import type { PlanExpression, Read } from './plan.js';
import { startCpu } from '../../test/cpu-time.js';

const types: Readonly<Record<string, InputType>> = {
  n: 'number',
  half: 'number',
  zero: 'number',
  text: 'string',
  empty: 'string',
  yes: 'boolean',
  no: 'boolean',
};

/** An input that is declared as an object may be anything for the type check of its parts. */
const definition: WorkflowDefinition = {
  schemaVersion: 1,
  inputs: Object.fromEntries(
    Object.keys(GOLDEN_INPUTS).map((name) => [
      name,
      { type: types[name] ?? (Array.isArray(GOLDEN_INPUTS[name]) ? 'array' : 'object') },
    ]),
  ),
  variables: {},
  steps: [
    { id: 'free', type: 'transform', configuration: { values: { nothing_at_all: '1', missing: 'null' } } },
    { id: 'earlier', type: 'synthesis', configuration: {} },
    { id: 'here', type: 'condition', configuration: {} },
  ],
  connections: [
    { id: '1', sourceStep: 'free', sourceOutput: 'out', targetStep: 'here', targetInput: 'in' },
    { id: '2', sourceStep: 'earlier', sourceOutput: 'out', targetStep: 'here', targetInput: 'in' },
  ],
  metadata: {},
};

const names = new DefinitionNames(definition, buildGraph(definition));

function compile(source: string): PlanExpression {
  // "nothing" is null, which no declared type can say; it is read as a fact of unknown type instead.
  const scope = names.ofStep(2);
  const { expression, problems } = compileExpression(
    source,
    {
      ...scope,
      bare: (name) =>
        name === 'nothing'
          ? { kind: 'found', found: { type: 'any', read: { kind: 'input', key: 'input.nothing', name } } }
          : scope.bare(name),
    },
    'any',
  );
  if (expression === null) throw new Error(`${source}: ${JSON.stringify(problems)}`);
  return expression;
}

function read(name: Read): Json | undefined {
  if (name.kind === 'skipped') return true;
  return name.kind === 'input' ? GOLDEN_INPUTS[name.name] : undefined;
}

describe('the golden expressions', () => {
  it('are at least 150, each once', () => {
    expect(new Set(GOLDEN.map(([source]) => source)).size).toBe(GOLDEN.length);
    expect(GOLDEN.length).toBeGreaterThanOrEqual(150);
  });

  it.each(GOLDEN)('%s', (source, expected) => {
    const result = evaluateExpression(compile(source), read);
    if (expected === UNKNOWN_RESULT) expect(result).toMatchObject({ kind: 'unknown' });
    else if (typeof expected === 'object' && expected !== null && 'fails' in expected) {
      expect(result).toMatchObject({ kind: 'error', code: 'EXPRESSION_FAILED' });
      expect(result.kind === 'error' && result.message).toContain(expected.fails);
    } else expect(result).toEqual({ kind: 'value', value: expected, operands: result.operands });
  });
});

describe('an evaluation', () => {
  it('keeps the operands it saw, and names what was missing', () => {
    expect(evaluateExpression(compile('n > 10 AND missing > 1'), read)).toEqual({
      kind: 'unknown',
      missing: ['steps.free.missing'],
      operands: { 'input.n': 12 },
    });
  });

  it('names the field that was missing inside a value', () => {
    const result = evaluateExpression(compile('person.age > 3'), read);
    expect(result.kind === 'unknown' && result.missing).toEqual(['input.person.age']);
  });

  it('names what was null', () => {
    const result = evaluateExpression(compile('nothing > 3'), read);
    expect(result.kind === 'unknown' && result.missing).toEqual(['input.nothing']);
  });

  it('falls back to the expression itself when null came from inside', () => {
    const result = evaluateExpression(compile('mixed[2] > 3'), read);
    expect(result.kind === 'unknown' && result.missing).toEqual(['mixed[2] > 3']);
  });

  it('keeps long operands short', () => {
    const long = evaluateExpression(compile('size(text) > 0'), () => 'x'.repeat(10_000));
    expect(JSON.stringify(long.operands).length).toBeLessThan(300);
    const list = evaluateExpression(compile('size(tags) > 0'), () => Array.from({ length: 99 }, () => 1));
    expect(list.operands).toEqual({ 'input.tags': 'list of 99' });
    const object = evaluateExpression(compile('size(person) > 0'), () => ({ a: { b: 1 } }));
    expect(object.operands).toEqual({ 'input.person': 'object of 1 fields' });
    const small = evaluateExpression(compile('size(person) > 0'), () => ({ a: 1 }));
    expect(small.operands).toEqual({ 'input.person': { a: 1 } });
  });

  it('evaluates a thousand times in a moment, also when everything is frozen', () => {
    const expression = Object.freeze(compile('n > 10 AND half < 1 AND tags.exists(t, t = "c")'));
    const cpu = startCpu();
    for (let round = 0; round < 1000; round += 1) evaluateExpression(expression, read);
    expect(cpu()).toBeLessThan(200);
  });

  it('reports a plan that is broken, and a reader that throws, as an error', () => {
    const broken: PlanExpression = { source: 'x +', cel: 'x +', reads: [] };
    expect(evaluateExpression(broken, read)).toMatchObject({ kind: 'error', code: 'EXPRESSION_FAILED' });
    const unnamed: PlanExpression = { source: 'x', cel: 'x', reads: [] };
    expect(evaluateExpression(unnamed, read)).toMatchObject({ kind: 'error' });
    const unknownFunction: PlanExpression = { source: 'f(1)', cel: 'f(1)', reads: [] };
    expect(evaluateExpression(unknownFunction, read)).toMatchObject({ kind: 'error' });
    const skipped: PlanExpression = { source: 'was_skipped("a")', cel: 'was_skipped("a")', reads: [] };
    expect(evaluateExpression(skipped, read)).toMatchObject({ kind: 'unknown' });
    const failing = (): Json => {
      throw new RangeError('no');
    };
    expect(evaluateExpression(compile('n > 1'), failing)).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('could not be evaluated') as string,
    });
  });
});

describe('an attack on the evaluator', () => {
  const big = Array.from({ length: 20_000 }, (_, index) => index);
  const long = 'a'.repeat(400_000);
  let deep: Json = 1;
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  const data: Readonly<Record<string, Json>> = {
    tags: big,
    numbers: big,
    text: long,
    items: deep,
    mixed: deep,
    person: { x: deep },
  };
  const attacks = [
    'tags.exists(a, tags.exists(b, tags.exists(c, a + b + c < 0)))',
    'tags.map(a, tags.map(b, tags))',
    'tags.map(a, text + text)',
    'tags.filter(a, tags = tags)',
    'text + text + text + text',
    'text.split("")',
    'text.replace("a", text)',
    'tags.map(a, text).join(text)',
    'text.matches("(a*)*b")',
    'text.matches("(a|a)*b")',
    'text.matches("a{200}{200}")',
    'text.matches("((((a{100}){100}){100}){100})")',
    'text.matches("^(([a-z])+.)+[A-Z]([a-z])+$")',
    'text.contains(text.replace("a", "aa"))',
    'items = mixed',
    'join(items, "")',
    'string(true) + text + text + text',
    'tags.all(a, text.upper() = text)',
    'sum(tags.map(a, sum(tags)))',
    'size(keys(person)) > 0 AND tags + tags + tags + tags + tags = tags',
  ];

  it.each(attacks)('%s ends within a second', (source) => {
    const expression = compile(source);
    const cpu = startCpu();
    const result = evaluateExpression(expression, (name) =>
      name.kind === 'input' ? data[name.name] : undefined,
    );
    expect(cpu()).toBeLessThan(1000);
    expect(['value', 'error', 'unknown']).toContain(result.kind);
  });
});
