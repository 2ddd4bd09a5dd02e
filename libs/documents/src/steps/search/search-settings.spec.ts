import type { JsonObject } from '#definition';
import { readSettings } from '../read-setting.js';
import { searchFilter } from './search-filter.js';
import { passageSearch } from './search-settings.js';

const filterOf = (configuration: JsonObject): unknown => searchFilter(readSettings(configuration));
const refused = expect.objectContaining({ code: 'BAD_INPUT', retryable: false }) as Error;

describe('how a search step searches', () => {
  it('is by rank, without variety and without text around when nothing is said', () => {
    expect(passageSearch({ query: 'q' })).toEqual({
      query: 'q',
      alternatives: [],
      mode: 'hybrid',
      fusion: { by: 'rank' },
      limit: 8,
      minimumScore: 0,
      diversity: 0,
      around: { kind: 'nothing' },
    });
  });

  it('takes weights, other ways to ask and neighbours from the settings', () => {
    const configuration = {
      query: 'q',
      ...{
        fusion: 'weights',
        lexicalWeight: 0.3,
        alternatives: ['r', ' '],
        context: 'neighbours',
        neighbours: 2,
      },
    };

    expect(passageSearch(configuration)).toMatchObject({
      fusion: { by: 'weights', lexicalWeight: 0.3 },
      alternatives: ['r'],
      around: { kind: 'neighbours', count: 2 },
    });
  });

  it.each<JsonObject>([
    { alternatives: 'text' },
    { alternatives: [1] },
    { alternatives: Array.from({ length: 11 }, () => 'q') },
    { diversity: 2 },
    { context: 'page' },
  ])('refuses %j', (configuration) => {
    expect(() => passageSearch({ query: 'q', ...configuration })).toThrow(refused);
  });
});

describe('what narrows a search', () => {
  it('is nothing when no setting does', () => {
    expect(filterOf({ query: 'q', documentName: ' ' })).toBeUndefined();
  });

  it('takes patterns as they are and times as points in time', () => {
    expect(filterOf({ documentName: '*.pdf', heading: 'leave', addedAfter: '2026-01-31' })).toEqual({
      documentName: '*.pdf',
      heading: 'leave',
      addedAfter: '2026-01-31T00:00:00.000Z',
    });
    expect(filterOf({ addedBefore: '2026-01-31T08:00:00+02:00' })).toEqual({
      addedBefore: '2026-01-31T06:00:00.000Z',
    });
  });

  it.each(['yesterday', '31.1.2026', '2026-13-01', '2026-01-31T08:00'])(
    'refuses the time %j',
    (addedAfter) => {
      expect(() => filterOf({ addedAfter })).toThrow(refused);
    },
  );
});
