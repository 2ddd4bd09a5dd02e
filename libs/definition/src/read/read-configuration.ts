import type { Json, JsonObject } from '../json.js';
import { findStepType } from '../steps/catalogue.js';
import { isExpressionSetting, settingNames, settingWords } from '../steps/step-settings.js';
import { camelCase } from './reading.js';
import type { FieldReader } from './reading.js';

/** A step's settings; snake_case names and words become the catalogue's. What they hold is checked later. */
export function readConfiguration(stepType: string, fields: FieldReader): JsonObject {
  const given = fields.object('configuration') ?? {};
  const type = findStepType(stepType);
  if (type === null) return given;
  const known = settingNames(type);
  const settings: Record<string, Json> = {};
  for (const [spelled, value] of Object.entries(given)) {
    const name = known.has(spelled) || !known.has(camelCase(spelled)) ? spelled : camelCase(spelled);
    if (Object.hasOwn(settings, name)) {
      fields.problem(
        'DUPLICATE_KEY',
        `"${name}" stands here twice, in two spellings.`,
        'configuration',
        spelled,
      );
    } else if (isExpressionSetting(type, name)) settings[name] = asExpression(value);
    else settings[name] = inWords(value, settingWords(type, name));
  }
  return settings;
}

function inWords(value: Json, words: readonly string[]): Json {
  if (typeof value !== 'string' || words.includes(value)) return value;
  const meant = camelCase(value.toLowerCase());
  return words.includes(meant) ? meant : value;
}

/** `times: 3` is short for `times: "3"`. */
function asExpression(value: Json): Json {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
