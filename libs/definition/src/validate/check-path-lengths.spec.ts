import { pass, problemsOf } from '../../test/drafts.js';

/** Containers in each other, with ids of 100 letters, around one step. */
function nested(type: 'loop' | 'try', depth: number, lastId: string, letter = 'x'): readonly object[] {
  const ids = Array.from({ length: depth }, (_, index) => `${index}`.padEnd(100, letter));
  const configuration = type === 'loop' ? { items: '[1]' } : {};
  const containers = ids.map((id, index) => ({ id, type, configuration, parent: ids[index - 1] ?? null }));
  return [...containers, pass(lastId, { parent: ids.at(-1) ?? null })];
}

it.each<[string, readonly object[], readonly string[]]>([
  ['of tries, as long as may be', nested('try', 9, 'x'.repeat(41)), []],
  ['of tries, a byte longer', nested('try', 9, 'x'.repeat(42)), ['STEP_PATH_TOO_LONG /steps/9/id']],
  ['of loops, whose rounds count', nested('loop', 8, 'x'.repeat(46)), []],
  ['of loops, a byte longer', nested('loop', 8, 'x'.repeat(47)), ['STEP_PATH_TOO_LONG /steps/8/id']],
  ['in letters of three bytes', nested('try', 3, 'x'.repeat(57), '字'), ['STEP_PATH_TOO_LONG /steps/3/id']],
  ['of a container, told once', nested('try', 12, 'x'), ['STEP_PATH_TOO_LONG /steps/9/id']],
])('a path %s', (_, steps, expected) => {
  expect(problemsOf({ steps })).toEqual(expected);
});

it('the path of a loop has to leave room for its rounds', () => {
  const ids = (last: number): readonly object[] => {
    const tries = nested('try', 9, 'unused').slice(0, 9);
    const loop = 'l'.repeat(last);
    const parent = (tries.at(-1) as { readonly id: string }).id;
    return [...tries, { id: loop, type: 'loop', configuration: { items: '[1]' }, parent }];
  };
  const told = (last: number) =>
    problemsOf({ steps: [...ids(last), pass('x', { parent: 'l'.repeat(last) })] });
  expect(told(27)).toEqual([]);
  expect(told(30)).toEqual(['STEP_PATH_TOO_LONG /steps/9/id']);
});
