import { z } from 'zod';
import type { Json, JsonObject } from '../../json.js';
import { described, optionalText } from '../settings.js';

const length = z.int().min(0).max(10_000_000).optional();

/** What a check looks for in the value beside its form. None has a default: what is not asked for is not in the plan. */
export const contentSettings = {
  requiredFields: described(z.array(z.string().min(1).max(200)).max(100).optional(), {
    title: 'Required fields',
    description: 'Fields that every item must have and that may not be empty, for example customer.name.',
  }),
  personalData: described(
    z
      .array(z.enum(['email', 'phone', 'iban', 'credit_card']))
      .max(4)
      .optional(),
    {
      title: 'No personal data',
      description:
        'What may stand nowhere in the value: email, phone, iban, credit_card. Bank account and card numbers count only with right check digits.',
    },
  ),
  noDuplicates: described(z.boolean().optional(), {
    title: 'No duplicates',
    description: 'No two items may say the same.',
  }),
  uniqueField: optionalText(
    {
      title: 'Unique field',
      description: 'The field that duplicates are found by. Left empty: the whole item.',
      kind: 'text',
    },
    200,
  ),
  language: described(z.enum(['any', 'en', 'de', 'fr', 'es', 'it', 'nl', 'pt']).optional(), {
    title: 'Language',
    description: 'What the texts must be written in. Texts of fewer than eight words are not looked at.',
  }),
  minimumLength: described(length, {
    title: 'Fewest characters',
    description: 'Of the text of every item.',
  }),
  maximumLength: described(length, { title: 'Most characters', description: 'Of the text of every item.' }),
  minimumGroundedness: described(z.number().min(0).max(1).optional(), {
    title: 'Lowest groundedness',
    description: 'Of an answer: the share of its sentences that rest on the passages they cite.',
  }),
};

/** Whether any of these settings asks for something, so that there is a value to look at. */
export function asksForContent(configuration: JsonObject): boolean {
  return Object.keys(contentSettings).some((name) => asks(name, configuration[name] ?? null));
}

function asks(name: string, value: Json): boolean {
  if (name === 'uniqueField' || value === null || value === false || value === 'any') return false;
  return !Array.isArray(value) || value.length > 0;
}
