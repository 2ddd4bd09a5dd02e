import { buildGraph } from '../graph/graph.js';
import { readDefinition } from '../index.js';
import type { WorkflowDefinition } from '../index.js';
import { compileExpression } from './compile-expression.js';
import { DefinitionNames } from './definition-names.js';
import { nearestName } from './nearest-name.js';
import { startCpu } from '../../test/cpu-time.js';

const { definition } = readDefinition({
  schemaVersion: 1,
  inputs: { n: 'number', t: 'string', b: 'boolean', l: 'array', o: 'object', in: 'string' },
  steps: [{ id: 'a', type: 'transform' }],
});
const names = new DefinitionNames(
  definition as WorkflowDefinition,
  buildGraph(definition as WorkflowDefinition),
);

function typed(source: string): string {
  const { type, problems } = compileExpression(source, names.ofStep(0), 'any');
  return problems[0]?.message ?? type;
}

describe('the type of an expression', () => {
  it.each([
    ['n', 'number'],
    ['-n', 'number'],
    ['n * 2', 'number'],
    ['n + 1', 'number'],
    ['t + "x"', 'string'],
    ['l + [1]', 'array'],
    ['l[0] + 1', 'number'],
    ['1 + l[0]', 'number'],
    ['n > 1', 'boolean'],
    ['l[0] > 1', 'boolean'],
    ['n = null', 'boolean'],
    ['null', 'null'],
    ['1 in l', 'boolean'],
    ['"a" in o', 'boolean'],
    ['o.x', 'any'],
    ['l[0]', 'any'],
    ['o["x"]', 'any'],
    ['b ? 1 : 2', 'number'],
    ['b ? 1 : "x"', 'any'],
    ['b ? 1 : null', 'number'],
    ['b ? null : 1', 'number'],
    ['coalesce(n, 1)', 'number'],
    ['exists(o.x)', 'boolean'],
    ['l.filter(x, x > 1)', 'array'],
    ['l.exists(x, x)', 'boolean'],
    ['l.map(x, n)', 'array'],
    ['{"a": n}', 'object'],
    ['size(l)', 'number'],
    ['max(1, 2, 3, 4)', 'number'],
    ['in', 'Unexpected token: IN'],
    ['input["in"]', 'string'],
    ['n > "x"', '">" cannot take a number and a text.'],
    ['l > l', '">" cannot take a list and a list.'],
    ['n = t', '"==" cannot take a number and a text.'],
    ['n + t', '"+" cannot take a number and a text.'],
    ['o + o', '"+" cannot take an object and an object.'],
    ['t * 2', '"*" cannot take a text and a number.'],
    ['2 - t', '"-" cannot take a number and a text.'],
    ['n in n', '"in" cannot take a number and a number.'],
    ['NOT n', 'This is a number and cannot be negated with NOT.'],
    ['-t', 'This is a text and cannot be negated.'],
    ['n AND b', 'This is a number and cannot stand beside AND.'],
    ['b OR t', 'This is a text and cannot stand beside OR.'],
    ['n ? 1 : 2', 'This is a number and cannot decide between two values.'],
    ['n.x', 'This is a number and has no field "x".'],
    ['n[0]', 'This is a number and cannot be indexed.'],
    ['l[b]', 'This is true or false and cannot be an index.'],
    ['{1: 2}', 'This is a number and cannot be a name in an object.'],
    ['n.exists(x, x)', 'This is a number and cannot be walked by exists().'],
    ['l.exists(x, 1)', 'This is a number and is no test for exists().'],
    ['l.exists(input, b)', 'Choose another name than "input" for the item.'],
    ['l.exists(1, b)', 'Begin with a name for the item, as in list.exists(item, …).'],
    ['l.exists(x)', 'Begin with a name for the item: exists(item, …).'],
    ['l.all(x, b, b)', 'Begin with a name for the item: all(item, …).'],
    ['size(n)', 'This is a number and cannot be given to size().'],
    ['size()', 'size() takes 1 values, not 0.'],
    ['join(l, t, t)', 'join() takes 1 to 2 values, not 3.'],
    ['exists()', 'exists() takes 1 values, not 0.'],
    ['shout(t)', 'There is no function "shout".'],
    ['t.shout()', 'There is no function "shout".'],
    ['was_skipped(1)', 'Write was_skipped(step) with the id of a step.'],
    ['b"x"', 'Byte strings are not supported; write plain text.'],
    ['9007199254740993', 'This number is too big to be exact.'],
    ['input', 'Nothing here is called "input".'],
    ['input[n]', 'Nothing here is called "input".'],
    ['steps.a.b.c', 'The step "a" does not come before this, so its results cannot be read here.'],
  ])('%s: %s', (source, expected) => {
    expect(typed(source)).toBe(expected);
  });

  it.each([
    '(',
    ')',
    '1 2',
    'a..b',
    '"x',
    '[1',
    '{',
    '?:',
    '&&',
    'x ? y',
    '@',
    '#',
    '\u0000',
    'for',
    'a ? b : ',
    '1.2.3',
  ])('a mistake such as %j is a problem with a place inside the text', (source) => {
    const [problem] = compileExpression(source, names.ofStep(0), 'any').problems;
    expect(problem?.message.length).toBeGreaterThan(5);
    expect(problem?.span.start).toBeLessThanOrEqual(source.length);
    expect(problem?.span.end).toBeLessThanOrEqual(source.length);
  });

  it.each([
    ['(', 4000],
    ['!', 4000],
    ['-', 4000],
    ['[', 4000],
    ['NOT ', 1000],
    ['a.', 1300],
    ['1+', 2000],
    ['{"a":', 800],
    ['f(', 2000],
    ['x?', 2000],
  ])('a text of many %j is refused, quickly', (piece, times) => {
    const cpu = startCpu();
    expect(compileExpression(piece.repeat(times), names.ofStep(0), 'any').problems).toHaveLength(1);
    expect(compileExpression(`${piece.repeat(times)}1`, names.ofStep(0), 'any').expression).toBeNull();
    expect(cpu()).toBeLessThan(1000);
  });
});

describe('nearestName', () => {
  it.each([
    ['serach', 'search'],
    ['SEARCH', 'search'],
    ['chunk', 'chunking'],
    ['zzzzzz', null],
    ['x'.repeat(100), null],
  ])('%s means %s', (name, expected) => {
    expect(nearestName(name, ['search', 'chunking'])).toBe(expected);
  });
});
