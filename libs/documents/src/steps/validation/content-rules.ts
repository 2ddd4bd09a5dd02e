import { asksForContent } from '#definition';
import type { JsonObject } from '#definition';
import { StepFailure } from '../../step-failure.js';
import type { ContentRules } from '../../validation/content-checks.js';
import { LANGUAGES } from '../../validation/language-of.js';
import { PERSONAL_DATA } from '../../validation/personal-data.js';
import { readSettings } from '../read-setting.js';
import type { NumberRule } from '../read-setting.js';

const LENGTH: NumberRule = { otherwise: 0, minimum: 0, maximum: 10_000_000 };
const SHARE: NumberRule = { otherwise: 0, minimum: 0, maximum: 1, whole: false };

/** What the settings ask of the value's content; null when they ask for nothing. */
export function contentRules(configuration: JsonObject): ContentRules | null {
  if (!asksForContent(configuration)) return null;
  const settings = readSettings(configuration);
  const optional = (name: string, rule: NumberRule): number | null =>
    settings.value(name) === undefined ? null : settings.number(name, rule);
  const language = settings.choice('language', ['any', ...LANGUAGES]);
  return {
    requiredFields: textsOf(configuration, 'requiredFields'),
    personalData: textsOf(configuration, 'personalData').map((kind) => {
      const known = PERSONAL_DATA.find((one) => one === kind);
      if (known !== undefined) return known;
      throw wrong('personalData', `of ${PERSONAL_DATA.join(', ')}`);
    }),
    noDuplicates: settings.flag('noDuplicates', false),
    uniqueField: settings.text('uniqueField'),
    language: language === 'any' ? null : language,
    minimumLength: optional('minimumLength', LENGTH),
    maximumLength: optional('maximumLength', LENGTH),
    minimumGroundedness: optional('minimumGroundedness', SHARE),
  };
}

function textsOf(configuration: JsonObject, name: string): readonly string[] {
  const given = configuration[name] ?? [];
  if (!Array.isArray(given)) throw wrong(name, 'of texts');
  return given.map((entry: unknown) => {
    if (typeof entry !== 'string') throw wrong(name, 'of texts');
    return entry;
  });
}

function wrong(name: string, what: string): StepFailure {
  return new StepFailure('BAD_INPUT', `The setting "${name}" has to be a list ${what}.`, false);
}
