import { ApplicationFailure } from '@temporalio/common';
import { refusalFailure, refusalOfUpdate } from './refusal.js';

const refusal = { code: 'STEP_NOT_BLOCKED', message: 'The step is not blocked.' } as const;

describe('a refused control', () => {
  it('is read back from what the client throws', () => {
    const thrown = Object.assign(new Error('Workflow Update failed'), { cause: refusalFailure(refusal) });
    expect(refusalOfUpdate(thrown)).toEqual(refusal);
  });

  it('has its code as the type of the failure', () => {
    expect(refusalFailure(refusal)).toMatchObject({ type: 'STEP_NOT_BLOCKED', nonRetryable: true });
  });

  it.each([
    ['an update that broke', Object.assign(new Error(), { cause: ApplicationFailure.create({ type: 'X' }) })],
    ['a call that got no answer', new Error('deadline')],
    ['nothing at all', undefined],
  ])('is not %s', (_, error) => {
    expect(refusalOfUpdate(error)).toBeNull();
  });
});
