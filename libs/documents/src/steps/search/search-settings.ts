import type { JsonObject } from '#definition';
import type { PassageSearch } from '../../search/search-passages.js';
import { StepFailure } from '../../step-failure.js';
import { readSettings } from '../read-setting.js';
import type { SettingReader } from '../read-setting.js';

const MOST_ALTERNATIVES = 10;

/** What the step searches for and how; where to search is not among it. */
export function passageSearch(configuration: JsonObject): Omit<PassageSearch, 'ownerId' | 'scope'> {
  const settings = readSettings(configuration);
  const query = settings.text('query');
  if (query === null) {
    throw new StepFailure('INPUT_MISSING', 'There is no question to search for: set "query".', false);
  }
  const share = (name: string, otherwise: number): number =>
    settings.number(name, { otherwise, minimum: 0, maximum: 1, whole: false });
  return {
    query,
    alternatives: settings.texts('alternatives', MOST_ALTERNATIVES).filter((text) => text.trim() !== ''),
    mode: settings.choice('mode', ['hybrid', 'lexical', 'vector']),
    fusion:
      settings.choice('fusion', ['rank', 'weights']) === 'rank'
        ? { by: 'rank' }
        : { by: 'weights', lexicalWeight: share('lexicalWeight', 0.8) },
    limit: settings.number('limit', { otherwise: 8, minimum: 1, maximum: 100 }),
    minimumScore: share('minimumScore', 0),
    diversity: share('diversity', 0),
    around: aroundOf(settings),
  };
}

function aroundOf(settings: SettingReader): NonNullable<PassageSearch['around']> {
  const count = settings.number('neighbours', { otherwise: 1, minimum: 1, maximum: 20 });
  switch (settings.choice('context', ['none', 'neighbours', 'section'])) {
    case 'none':
      return { kind: 'nothing' };
    case 'neighbours':
      return { kind: 'neighbours', count };
    case 'section':
      return { kind: 'section' };
  }
}
