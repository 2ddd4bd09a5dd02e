import { stepQueue, workOptions } from './activity-options.js';

const retry = {
  maximumAttempts: 5,
  initialIntervalMs: 2_000,
  backoffCoefficient: 2,
  maximumIntervalMs: 1_000,
  nonRetryable: ['PROVIDER_REFUSED'],
};
const step = { type: 'search', name: 'Find passages', retry, timeoutMs: 60_000 };

describe('options of a step activity', () => {
  it('names the instance and its attempt, so a replay in another order is noticed', () => {
    const options = workOptions(step, { path: 'each[2]/search', attempt: 3, configuration: {} }, 'shared');
    expect(options.activityId).toBe('each[2]/search#3');
  });

  it('takes timeouts and retries from the step', () => {
    const options = workOptions(step, { path: 'search', attempt: 1, configuration: {} }, 'shared');
    expect(options).toMatchObject({
      startToCloseTimeout: 60_000,
      heartbeatTimeout: 15_000,
      retry: {
        maximumAttempts: 5,
        initialInterval: 2_000,
        maximumInterval: 2_000,
        nonRetryableErrorTypes: ['PROVIDER_REFUSED'],
      },
    });
  });

  it('shows the name of the step, cut to what the Web UI takes', () => {
    const options = workOptions(
      { ...step, name: 'ü'.repeat(200) },
      { path: 'search', attempt: 1, configuration: {} },
      'shared',
    );
    expect(options.summary).toBe('ü'.repeat(90));
  });

  it("stays on the workflow's own queue unless steps are routed by resource", () => {
    expect(workOptions(step, { path: 'search', attempt: 1, configuration: {} }, 'shared')).not.toHaveProperty(
      'taskQueue',
    );
    expect(workOptions(step, { path: 'search', attempt: 1, configuration: {} }, 'byResource').taskQueue).toBe(
      'io',
    );
  });

  it.each([
    ['document_ingestion', {}, 'cpu'],
    ['chunking', {}, 'cpu'],
    ['embedding', {}, 'cpu'],
    ['embedding', { provider: 'openai' }, 'io'],
    ['synthesis', {}, 'io'],
    ['a_type_added_later', {}, 'io'],
  ])('routes %s with %j to %s', (type, configuration, queue) => {
    expect(stepQueue(type, configuration, 'byResource')).toBe(queue);
  });
});
