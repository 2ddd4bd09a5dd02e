import type { Problem } from '#definition';
import { indexProblems, problemsByPlace, problemsUnder } from './problem-index.js';

const problems: readonly Problem[] = [
  {
    code: 'A',
    severity: 'error',
    message: 'a',
    path: '/steps/3/configuration/cases/0/when',
    stepId: 'decide',
  },
  { code: 'B', severity: 'warning', message: 'b', path: '/steps/3/timeout', stepId: 'decide' },
  { code: 'C', severity: 'error', message: 'c', path: '/connections/0/condition', connectionId: 'c1' },
  { code: 'D', severity: 'hint', message: 'd', path: '/inputs/question' },
];

describe('problems', () => {
  it('are counted by severity and found by step and connection', () => {
    const index = indexProblems(problems);
    expect([index.errors, index.warnings]).toEqual([2, 1]);
    expect(index.byStep.get('decide')?.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(index.byConnection.get('c1')?.map(({ code }) => code)).toEqual(['C']);
  });

  it('are found by the place within their step', () => {
    const places = problemsByPlace(problems.slice(0, 2));
    expect([...places.keys()]).toEqual(['/configuration/cases/0/when', '/timeout']);
    expect(problemsUnder(places, '/configuration/cases').map(({ code }) => code)).toEqual(['A']);
    expect(problemsUnder(places, '/configuration/case')).toEqual([]);
  });
});
