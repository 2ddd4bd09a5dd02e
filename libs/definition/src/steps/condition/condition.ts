import { z } from 'zod';
import { isForbiddenName } from '../../forbidden-names.js';
import type { Json, JsonObject } from '../../json.js';
import type { StepDefinition } from '../../workflow-definition.js';
import type { ConfiguredExpression, Fact, StepType } from '../step-type.js';
import { IN } from '../step-type.js';
import { choice, described, expression, settings } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'chosen', type: 'string', description: 'The port that was chosen; with several, the first.' },
];

const portName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u, 'must be a name: letters, digits, "_" and "-"')
  .refine((name) => name !== 'error' && name !== 'else', { message: 'must not be "error" or "else"' })
  .refine((name) => !isForbiddenName(name), { message: 'must not be a reserved name' });

const oneCase = z.strictObject({
  port: described(portName, { title: 'Port', description: 'Name of the way out.', kind: 'text' }),
  when: expression({ title: 'When', description: 'This way is taken when this is true.' }),
});

function cases(configuration: JsonObject): readonly { readonly port: string; readonly when: string }[] {
  const list: Json = configuration['cases'] ?? [];
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).map((entry) => {
    const { port, when } = (typeof entry === 'object' && entry !== null ? entry : {}) as JsonObject;
    return { port: typeof port === 'string' ? port : '', when: typeof when === 'string' ? when : '' };
  });
}

function expressions(configuration: JsonObject): readonly ConfiguredExpression[] {
  return cases(configuration).flatMap(({ when }, index) =>
    when === '' ? [] : [{ path: ['cases', index, 'when'], source: when, expects: 'boolean' as const }],
  );
}

function outputs(step: StepDefinition) {
  const named = cases(step.configuration).filter(({ port }) => port !== '');
  return [
    ...named.map(({ port, when }) => ({ name: port, type: 'flow', description: when })),
    { name: 'else', type: 'flow', description: 'When no case holds.' },
  ];
}

export const condition: StepType = {
  type: 'condition',
  title: 'Decide',
  summary: 'Takes one of several ways, by what happened so far.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs,
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [],
  settings: settings({
    cases: described(z.array(oneCase).max(100).default([]), {
      title: 'Cases',
      description: 'Looked at in this order; when none holds, the port "else" is taken.',
    }),
    mode: choice(
      {
        title: 'How many ways',
        description: '"first" takes the first case that holds; "all" takes every case that holds.',
      },
      ['first', 'all'],
    ),
  }),
  expressions,
  verbatim: ['cases', 'mode'],
  timeoutMs: 0,
  zeroOutput: () => ({ chosen: 'else' }),
  documentation: [
    'Each case has a port and an expression such as `confidence > 0.8 AND result_count > 0`.',
    'A case over something that is missing counts as false and leaves a warning.',
  ].join('\n'),
};
