import { checkDefinition } from '#definition';
import type { JsonObject } from '#definition';
import { checkConfiguration } from './check-configuration.js';

const { definition } = checkDefinition({
  schemaVersion: 1,
  inputs: { question: { type: 'string' } },
  steps: [
    { id: 'search', type: 'search', configuration: { query: '{{ input.question }}', limit: 8 } },
    { id: 'ask', type: 'approval', configuration: { assignees: ['ann@example.org'], timeout: '2h' } },
    { id: 'sleep', type: 'delay', configuration: { until: "'2027-01-31T09:00:00Z'" } },
    {
      id: 'check',
      type: 'validation',
      configuration: { value: '{{ input.question }}', schema: { type: 'number' } },
    },
    { id: 'value', type: 'transform', configuration: { values: { a: '1' } } },
  ],
  connections: [],
});
const problems = (path: string, given: JsonObject | null) =>
  checkConfiguration(definition ?? {}, path, given).map(({ code, path: place }) => `${code} ${place}`);

describe('settings for another try of a step', () => {
  it.each<[string, JsonObject | null]>([
    ['search', null],
    ['search', {}],
    ['search', { limit: 3, query: 'What is the notice period?' }],
    ['each[3]/search', { limit: 3 }],
    ['ask', { assignees: [], timeout: '7d' }],
    ['check', { value: 800 }],
    ['nowhere', { limit: 'many' }],
  ])('of %s may be %j', (path, given) => {
    expect(problems(path, given)).toEqual([]);
  });

  it.each<[string, JsonObject, string]>([
    ['search', { limit: 'many' }, '/configuration/limit'],
    ['search', { limits: 3 }, '/configuration/limits'],
    ['search', { limit: null }, '/configuration/limit'],
    ['search', { query: 'About {{ input.question }}' }, '/configuration/query'],
    ['ask', { timeout: 'soon' }, '/configuration/timeout'],
    ['ask', { assignees: ['ann@example.org', 7] }, '/configuration/assignees/1'],
    ['sleep', { until: "'2028-01-31T09:00:00Z'" }, '/configuration/until'],
    ['value', { values: { a: '2' } }, '/configuration/values'],
  ])('of %s may not be %j', (path, given, place) => {
    expect(problems(path, given)).toEqual([`CONFIGURATION_INVALID ${place}`]);
  });

  it('say at which step and field they are wrong', () => {
    expect(checkConfiguration(definition ?? {}, 'each[3]/search', { limit: 'many' })).toMatchObject([
      { severity: 'error', stepId: 'search', field: 'limit' },
    ]);
  });
});
