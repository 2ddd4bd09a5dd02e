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
    requiredFields: settings.texts('requiredFields'),
    personalData: settings.texts('personalData').map((kind) => {
      const known = PERSONAL_DATA.find((one) => one === kind);
      if (known !== undefined) return known;
      const expected = PERSONAL_DATA.join(', ');
      throw new StepFailure(
        'BAD_INPUT',
        `The setting "personalData" has to be a list of ${expected}.`,
        false,
      );
    }),
    noDuplicates: settings.flag('noDuplicates', false),
    uniqueField: settings.text('uniqueField'),
    language: language === 'any' ? null : language,
    minimumLength: optional('minimumLength', LENGTH),
    maximumLength: optional('maximumLength', LENGTH),
    minimumGroundedness: optional('minimumGroundedness', SHARE),
  };
}
