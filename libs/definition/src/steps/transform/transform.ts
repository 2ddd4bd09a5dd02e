import { z } from 'zod';
import type { JsonObject } from '../../json.js';
import type { StepDefinition } from '../../workflow-definition.js';
import { isForbiddenName } from '../../forbidden-names.js';
import type { ConfiguredExpression, Fact, StepType } from '../step-type.js';
import { IN, OUT, zeroFacts } from '../step-type.js';
import { described, expression, settings } from '../settings.js';

function values(configuration: JsonObject): readonly (readonly [string, string])[] {
  const given = configuration['values'];
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.entries(given).flatMap(([name, source]) =>
    typeof source === 'string' ? [[name, source] as const] : [],
  );
}

function facts({ configuration }: StepDefinition): readonly Fact[] {
  return values(configuration).map(([name, source]) => ({ name, type: 'any', description: source }));
}

function expressions(configuration: JsonObject): readonly ConfiguredExpression[] {
  return values(configuration).map(([name, source]) => ({ path: ['values', name], source, expects: 'any' }));
}

const valueName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'must be a name: letters, digits and "_"')
  .refine((name) => !isForbiddenName(name), { message: 'must not be a reserved name' });

export const transform: StepType = {
  type: 'transform',
  title: 'Compute',
  summary: 'Computes new values from what is already there.',
  category: 'data',
  class: () => 'pure',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts,
  needs: [],
  gives: [],
  settings: settings({
    values: described(
      z.record(valueName, expression({ title: 'Value', description: 'Gives the value.' })).default({}),
      {
        title: 'Values',
        description: 'Each name becomes a fact of this step; a value may use the others.',
      },
    ),
  }),
  expressions,
  verbatim: ['values'],
  timeoutMs: 0,
  zeroOutput: (step) => zeroFacts(facts(step)),
  documentation: [
    'Every value is an expression and becomes a fact of the step. A value may use the other values of the step by name;',
    'they are computed in the order in which they need each other.',
  ].join('\n'),
};
