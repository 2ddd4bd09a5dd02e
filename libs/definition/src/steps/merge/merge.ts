import type { JsonObject } from '../../json.js';
import type { StepDefinition } from '../../workflow-definition.js';
import type { ConfiguredExpression, Fact, StepType } from '../step-type.js';
import { IN, OUT, zeroFacts } from '../step-type.js';
import { choice, expression, settings } from '../settings.js';

/** What each way of merging gives. */
const TYPE_OF_VALUE = {
  named: 'object',
  first: 'object',
  concat: 'array',
  deepMerge: 'any',
  expression: 'any',
} as const;

function facts({ configuration }: StepDefinition): readonly Fact[] {
  const mode = (configuration['mode'] ?? 'named') as keyof typeof TYPE_OF_VALUE;
  const type = Object.hasOwn(TYPE_OF_VALUE, mode) ? TYPE_OF_VALUE[mode] : 'any';
  return [
    { name: 'value', type, description: 'What the ways gave, brought together.' },
    {
      name: 'slots',
      type: 'array',
      description: 'For each connection: its step, and whether it was live, skipped or failed.',
    },
  ];
}

function expressions(configuration: JsonObject): readonly ConfiguredExpression[] {
  const source = configuration['expression'];
  return typeof source === 'string' && configuration['mode'] === 'expression'
    ? [{ path: ['expression'], source, expects: 'any' }]
    : [];
}

export const merge: StepType = {
  type: 'merge',
  title: 'Bring together',
  summary: 'Waits for several ways and brings together what they gave.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts,
  needs: [],
  gives: [],
  settings: settings({
    mode: choice(
      {
        title: 'How to bring together',
        description:
          '"named": an object by step; "first": the first that ran; "concat": one list; "deepMerge": one object; "expression": as you say.',
      },
      ['named', 'first', 'concat', 'deepMerge', 'expression'],
    ),
    expression: expression({
      title: 'Expression',
      description:
        'For the mode "expression": what to give, with `values` as the list of what the ways gave.',
    }).optional(),
  }).refine(({ mode, expression: given }) => mode !== 'expression' || given !== undefined, {
    path: ['expression'],
    message: 'is needed in the mode "expression"',
  }),
  expressions,
  verbatim: ['mode', 'expression'],
  timeoutMs: 0,
  zeroOutput: (step) => zeroFacts(facts(step)),
  documentation: [
    'Waits until every way that is still open has arrived (its `join` says otherwise if wanted).',
    'The order is that of the connections in the definition, never that of arrival.',
  ].join('\n'),
};
