import fc from 'fast-check';
import { readTemplate, isWholeTemplate } from './template-text.js';
import { toCel } from './word-front-end.js';

describe('toCel', () => {
  it.each([
    ['a AND b', 'a && b'],
    ['a and b or c', 'a && b || c'],
    ['NOT a > 5 AND b', '!( a > 5 )&& b'],
    ['NOT NOT a', '!( !( a))'],
    ['f(NOT a, b)', 'f(!( a), b)'],
    ['(NOT a) OR b', '(!( a)) || b'],
    ['[NOT a]', '[!( a)]'],
    ['{"k": NOT a}', '{"k": !( a)}'],
    ['NOT a ? b : c', '!( a )? b : c'],
    ['a = b <> c == d != e', 'a == b != c == d != e'],
    ['a <= b >= c', 'a <= b >= c'],
    ['"x AND y" = \'NOT\'', '"x AND y" == \'NOT\''],
    ['"\\" AND"', '"\\" AND"'],
    ["r'\\d' = a", "r'\\d' == a"],
    ['a // AND b', 'a // AND b'],
    ['x.and = x.Not', 'x.and == x.Not'],
    ['"""a AND " b"""', '"""a AND " b"""'],
    ['Null IN [TRUE, False]', 'null in [true, false]'],
    ['loop.item', '__loop.item'],
    ['x.loop', 'x.loop'],
    ['1.5 AND 2', '1.5 && 2'],
    [')', ')'],
    ['a = "unclosed', 'a == "unclosed'],
  ])('%s', (source, cel) => {
    expect(toCel(source).cel).toBe(cel);
  });

  it('reads a hyphenated step after "steps." when there is one', () => {
    const ids = new Set(['a-1', 'größe']);
    expect(toCel('steps.a-1.x', ids).cel).toBe('steps["a-1"].x');
    expect(toCel('steps . a-1 .x', ids).cel).toBe('steps ["a-1"] .x');
    expect(toCel('steps.größe.x', ids).cel).toBe('steps["größe"].x');
    expect(toCel('steps.b-1.x', ids).cel).toBe('steps.b-1.x');
    expect(toCel('mysteps.a-1.x', ids).cel).toBe('mysteps.a-1.x');
  });

  it('closes two NOTs at one place, also where brackets stand that look the same', () => {
    const { cel, offsets } = toCel('NOT NOT a))');
    expect(cel).toBe('!( !( a))))');
    expect(offsets.slice(-5)).toEqual([9, 9, 9, 10, 11]);
  });

  it('has a place in the source for every place in the CEL, in order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('NOT ', 'a', ' AND ', '(', ')', '=', '<>', '"x"', ' ', ',', 'steps.', 'a-1', "'"),
        ),
        (pieces) => {
          const source = pieces.join('');
          const { cel, offsets } = toCel(source, new Set(['a-1']));
          expect(offsets).toHaveLength(cel.length + 1);
          return offsets.every(
            (offset, index) => offset >= (offsets[index - 1] ?? 0) && offset <= source.length,
          );
        },
      ),
    );
  });
});

describe('readTemplate', () => {
  it.each<[string, object]>([
    ['plain', [{ kind: 'text', text: 'plain' }]],
    ['', []],
    ['{{ a }}', [{ kind: 'expression', source: ' a ', start: 2 }]],
    [' {{a}} ', [{ kind: 'expression', source: 'a', start: 3 }]],
    [
      'x {{a}}{{b}}',
      [
        { kind: 'text', text: 'x ' },
        { kind: 'expression', source: 'a', start: 4 },
        { kind: 'expression', source: 'b', start: 9 },
      ],
    ],
    ['{{ "}}" }}', [{ kind: 'expression', source: ' "}}" ', start: 2 }]],
    ["{{ 'it\\'s }}' }}", [{ kind: 'expression', source: " 'it\\'s }}' ", start: 2 }]],
    ['{{ {"a": {"b": 1}} }}', [{ kind: 'expression', source: ' {"a": {"b": 1}} ', start: 2 }]],
    ['\\{{ a }}', [{ kind: 'text', text: '{{ a }}' }]],
    ['a } b }} c', [{ kind: 'text', text: 'a } b }} c' }]],
  ])('%s', (text, parts) => {
    expect(readTemplate(text)).toEqual({ kind: 'template', parts });
  });

  it('says where one that is not closed begins', () => {
    expect(readTemplate('ab {{ c }')).toEqual({ kind: 'unclosed', start: 3 });
  });

  it('knows a text that is one expression', () => {
    expect(['{{ a }}', ' {{ a }} ', '{{ a }}{{ b }}', 'x {{ a }}', '{{ a', 'a'].map(isWholeTemplate)).toEqual(
      [true, true, false, false, false, false],
    );
  });
});
