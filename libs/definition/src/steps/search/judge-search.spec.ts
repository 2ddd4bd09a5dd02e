import type { JsonObject } from '../../json.js';
import { judgeSearch } from './judge-search.js';

describe('the settings of a search beside each other', () => {
  it.each([
    [{ lexicalWeight: 0.3 }, 'lexicalWeight'],
    [{ lexicalWeight: 0.3, fusion: 'rank' }, 'lexicalWeight'],
    [{ neighbours: 2, context: 'section' }, 'neighbours'],
  ])('in %j one has no effect', (configuration, name) => {
    expect(judgeSearch(configuration).unused.map(({ path }) => path)).toEqual([[name]]);
  });

  it.each<JsonObject>([
    {},
    { lexicalWeight: 0.3, fusion: 'weights' },
    { lexicalWeight: 0.8, neighbours: 1 },
    { neighbours: 2, context: '{{ input.context }}' },
  ])('in %j all have one', (configuration) => {
    expect(judgeSearch(configuration)).toEqual({ faults: [], unused: [] });
  });
});
