import { aDefinition } from '../canvas/a-definition.js';
import { pausedPlaces } from './paused-places.js';

const definition = aDefinition([
  { id: 'each', type: 'loop', name: 'Each page', configuration: {} },
  { id: 'embed', type: 'embedding', configuration: {}, parent: 'each' },
]);
const words = (paths: readonly string[], isOpen: (path: string) => boolean = () => true) =>
  pausedPlaces(new Set(paths), definition, isOpen).map((place) => place.words);

describe('places that are paused', () => {
  it('are named by step, round and row', () => {
    expect(words(['each', 'each[3]', 'each[3]/embed', '@rows[1]', '@rows[1]/each'])).toEqual([
      ...['“Each page”', '“Each page”, round 4', '“embed”, round 4', 'Row 2', '“Each page”, row 2'],
    ]);
  });

  it('are of interest only where something may still start', () => {
    expect(words(['each[3]', 'each[4]'], (path) => path === 'each[4]')).toEqual(['“Each page”, round 5']);
  });

  it('are not told apart while all of it is paused', () => {
    expect(words(['each', ''])).toEqual([]);
  });
});
