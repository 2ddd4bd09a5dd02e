import { compilePlan, readDefinition } from '#definition';
import { followersOf, placesOf } from './follows.js';

const transform = (id: string, more: object = {}) => ({
  ...{ id, type: 'transform', configuration: { values: { n: '1' } }, ...more },
});
const to = (sourceStep: string, targetStep: string, sourceOutput = 'out') => ({
  ...{ id: `${sourceStep}-${targetStep}`, sourceStep, sourceOutput, targetStep },
});

//   read ─▶ each [ a ─▶ guard [ b ─▶ c | finally: tidy ] ─▶ d ] ─▶ end        aside
const { definition } = readDefinition({
  schemaVersion: 1,
  steps: [
    transform('read'),
    { id: 'each', type: 'loop', configuration: { mode: 'times', times: '2', maximumRounds: 9 } },
    transform('a', { parent: 'each' }),
    { id: 'guard', type: 'try', parent: 'each' },
    transform('b', { parent: 'guard' }),
    transform('c', { parent: 'guard' }),
    transform('tidy', { parent: 'guard', region: 'finally' }),
    transform('d', { parent: 'each' }),
    transform('end'),
    transform('aside'),
  ],
  connections: [
    to('read', 'each'),
    to('a', 'guard'),
    to('b', 'c'),
    to('guard', 'd', 'done'),
    to('each', 'end', 'done'),
  ],
});
const plan = definition && compilePlan(definition).plan;
const after = (path: string) => plan && [...followersOf(plan, path)].sort();

test.each([
  ['read', ['each', 'end']],
  ['each', ['end']],
  ['each[1]', ['end']],
  ['each[1]/a', ['each[1]/d', 'each[1]/guard', 'end']],
  ['each[1]/guard/b', ['each[1]/d', 'each[1]/guard/c', 'each[1]/guard/tidy', 'end']],
  ['each[1]/guard/tidy', ['each[1]/d', 'end']],
  ['aside', []],
])('what comes after %s', (path, expected) => {
  expect(after(path)).toEqual(expected);
});

test('a path stands in all of its beginnings', () => {
  expect(placesOf('each[1]/guard/b')).toEqual(['each[1]', 'each', 'each[1]/guard', 'each[1]/guard/b']);
});
