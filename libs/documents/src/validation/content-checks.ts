import { canonicalJson } from '#definition/plan';
import type { Json } from '#definition';
import { words } from '../text/words.js';
import type { Fault } from './fault.js';
import { fieldOf, itemsOf, textOf, textsIn } from './items-of.js';
import type { Part } from './items-of.js';
import { FEWEST_WORDS, languageOf } from './language-of.js';
import type { Language } from './language-of.js';
import { PERSONAL_DATA_WORDS, holdsPersonalData } from './personal-data.js';
import type { PersonalData } from './personal-data.js';

/** What is looked at in a value; null and empty lists ask for nothing. */
export interface ContentRules {
  readonly requiredFields: readonly string[];
  readonly personalData: readonly PersonalData[];
  readonly noDuplicates: boolean;
  /** The field that duplicates share; null for the whole item. */
  readonly uniqueField: string | null;
  readonly language: Language | null;
  readonly minimumLength: number | null;
  readonly maximumLength: number | null;
  readonly minimumGroundedness: number | null;
}

/** What is wrong with a value, item by item, each with the name of the rule as in the settings. */
export function contentFaults(value: Json, rules: ContentRules): readonly Fault[] {
  const items = itemsOf(value);
  return [
    ...items.flatMap((item) => [
      ...missingFields(item, rules),
      ...forbiddenData(item, rules),
      ...wrongLength(item, rules),
      ...wrongLanguage(item, rules),
    ]),
    ...(rules.noDuplicates ? duplicates(items, rules.uniqueField) : []),
    ...ungrounded(value, rules),
  ];
}

function missingFields({ at, value }: Part, { requiredFields }: ContentRules): Fault[] {
  return requiredFields.flatMap((name) => {
    const field = fieldOf(value, name);
    const isThere =
      field !== undefined && field !== null && (typeof field !== 'string' || field.trim() !== '');
    return isThere ? [] : [fault('requiredFields', at, `has no "${name}"`)];
  });
}

function forbiddenData(item: Part, { personalData }: ContentRules): Fault[] {
  return textsIn(item).flatMap((text) =>
    personalData
      .filter((kind) => holdsPersonalData(text.value, kind))
      .map((kind) => fault('personalData', text.at, `holds ${PERSONAL_DATA_WORDS[kind]}`)),
  );
}

function wrongLength(item: Part, { minimumLength, maximumLength }: ContentRules): Fault[] {
  if (minimumLength === null && maximumLength === null) return [];
  const { length } = [...textOf(item)];
  if (minimumLength !== null && length < minimumLength) {
    return [fault('minimumLength', item.at, `has ${length} characters, fewer than ${minimumLength}`)];
  }
  if (maximumLength !== null && length > maximumLength) {
    return [fault('maximumLength', item.at, `has ${length} characters, more than ${maximumLength}`)];
  }
  return [];
}

/** Of a few words nobody can tell the language: they pass. */
function wrongLanguage(item: Part, { language }: ContentRules): Fault[] {
  if (language === null) return [];
  const text = textOf(item);
  if (words(text).length < FEWEST_WORDS) return [];
  const found = languageOf(text);
  if (found === language) return [];
  return [fault('language', item.at, `seems to be ${found ?? 'in another language'}, not ${language}`)];
}

function duplicates(items: readonly Part[], field: string | null): Fault[] {
  const first = new Map<string, string>();
  return items.flatMap(({ at, value }) => {
    const compared = field === null ? value : fieldOf(value, field);
    if (compared === undefined) return [];
    const key = keyOf(compared);
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    return before === undefined ? [] : [fault('noDuplicates', at, `says the same as ${before}`)];
  });
}

/** Texts are the same whatever their case and spaces; objects whatever the order of their fields. */
function keyOf(value: Json): string {
  if (typeof value === 'string') return value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return canonicalJson(value);
}

function ungrounded(value: Json, { minimumGroundedness }: ContentRules): Fault[] {
  if (minimumGroundedness === null) return [];
  const groundedness = fieldOf(value, 'groundedness');
  if (typeof groundedness !== 'number') {
    return [fault('minimumGroundedness', '', 'is no answer with a groundedness')];
  }
  return groundedness >= minimumGroundedness
    ? []
    : [
        fault(
          'minimumGroundedness',
          '',
          `has a groundedness of ${groundedness}, below ${minimumGroundedness}`,
        ),
      ];
}

function fault(name: string, at: string, message: string): Fault {
  return at === '' ? { name, message } : { name, message, item: at };
}
