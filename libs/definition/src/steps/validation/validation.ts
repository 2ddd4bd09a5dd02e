import { z } from 'zod';
import type { Json, JsonObject } from '../../json.js';
import type { ConfiguredExpression, Fact, StepType } from '../step-type.js';
import { IN, OUT } from '../step-type.js';
import { described, expression, flag, optionalText, settings } from '../settings.js';
import { asksForContent, contentSettings } from './content-settings.js';

const facts: readonly Fact[] = [
  { name: 'valid', type: 'boolean', description: 'Whether every rule holds.' },
  { name: 'error_count', type: 'number', description: 'Rules that do not hold.' },
  { name: 'errors', type: 'array', description: 'The first 20 of them, each with its message.' },
];

const rule = z.strictObject({
  name: described(z.string().min(1).max(100), {
    title: 'Name',
    description: 'Short name of the rule.',
    kind: 'text',
  }),
  expression: expression({ title: 'Must hold', description: 'The rule holds when this is true.' }),
  message: described(z.string().max(1000).default(''), {
    title: 'Message',
    description: 'What to say when the rule does not hold.',
    kind: 'text',
  }),
});

function rules(configuration: JsonObject): readonly ConfiguredExpression[] {
  const list: Json = configuration['rules'] ?? [];
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap((entry, index) => {
    const source =
      typeof entry === 'object' && entry !== null ? (entry as JsonObject)['expression'] : undefined;
    return typeof source === 'string'
      ? [{ path: ['rules', index, 'expression'], source, expects: 'boolean' as const }]
      : [];
  });
}

export const validation: StepType = {
  type: 'validation',
  title: 'Check',
  summary: 'Checks results against rules or a JSON Schema before the workflow goes on.',
  category: 'data',
  class: (configuration) =>
    configuration['schema'] === undefined && !asksForContent(configuration) ? 'pure' : 'work',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [],
  settings: settings({
    rules: described(z.array(rule).max(100).default([]), {
      title: 'Rules',
      description: 'Each must hold; all are checked, and all that fail are reported.',
    }),
    schema: described(z.record(z.string(), z.unknown()).optional(), {
      title: 'JSON Schema',
      description: 'The value must fit this schema (draft 2020-12).',
      kind: 'schema',
    }),
    value: optionalText({
      title: 'Value',
      description:
        'What is looked at, for example {{ steps.compute.result }}. Left empty: the answer or the passages that arrive.',
      kind: 'template',
    }),
    ...contentSettings,
    failWhenInvalid: flag({
      title: 'Fail when invalid',
      description: 'Fail the step when a rule does not hold, instead of only reporting it.',
    }),
  }),
  expressions: rules,
  verbatim: ['schema', 'rules'],
  timeoutMs: 60_000,
  hasEffect: ({ failWhenInvalid }) => failWhenInvalid !== undefined && failWhenInvalid !== false,
  zeroOutput: () => ({ valid: true, error_count: 0, errors: [] }),
  documentation: [
    'All rules are checked; `errors` lists those that do not hold. A rule over something that is missing does not hold.',
    'With a schema, the `value` is checked against it as well; the settings below it look at what the value holds.',
    'Of a list, and of passages, every item is looked at; an error then names the `item` by its place: `/2/text`.',
  ].join('\n'),
};
