import { progressDetails } from './progress-details.js';

describe('progress in the Temporal Web UI', () => {
  it('says how far an execution is and what runs', () => {
    const details = progressDetails({ status: 'running', progress: { done: 2, known: 5 } }, [
      'Search',
      'Embed',
    ]);
    expect(details).toBe('**running**, 2 of 5 steps ended\n\nRunning now:\n\n- Search\n- Embed');
  });

  it('shows no more than ten names', () => {
    const names = Array.from({ length: 14 }, (_, index) => `Step ${index}`);
    const details = progressDetails({ status: 'running', progress: { done: 0, known: 14 } }, names);
    expect(details).toContain('- Step 9\n- and 4 more');
  });

  it('keeps a name from becoming markup', () => {
    const details = progressDetails({ status: 'running', progress: { done: 0, known: 1 } }, ['<b>*x*\n# y']);
    expect(details).toContain('- \\<b\\>\\*x\\* \\# y');
  });
});
