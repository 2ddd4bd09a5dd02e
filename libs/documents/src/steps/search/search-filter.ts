import type { SearchFilter } from '../../ports.js';
import { StepFailure } from '../../step-failure.js';
import type { SettingReader } from '../read-setting.js';

/** A day, or a time with its offset from UTC. */
const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** What narrows the search, as the settings say; undefined when nothing does. */
export function searchFilter(settings: SettingReader): SearchFilter | undefined {
  const filter = {
    ...textOf(settings, 'documentName'),
    ...textOf(settings, 'mediaType'),
    ...textOf(settings, 'heading'),
    ...timeOf(settings, 'addedAfter'),
    ...timeOf(settings, 'addedBefore'),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

function textOf(settings: SettingReader, name: keyof SearchFilter): SearchFilter {
  const text = settings.text(name);
  return text === null ? {} : { [name]: text };
}

function timeOf(settings: SettingReader, name: keyof SearchFilter): SearchFilter {
  const given = settings.text(name)?.trim();
  if (given === undefined) return {};
  const time = TIME.test(given) ? Date.parse(given) : NaN;
  if (Number.isNaN(time)) {
    throw new StepFailure('BAD_INPUT', `The setting "${name}" has to be a date such as 2026-01-31.`, false);
  }
  return { [name]: new Date(time).toISOString() };
}
