import { z } from 'zod';
import { isForbiddenName } from '../../forbidden-names.js';
import type { JsonObject } from '../../json.js';
import { needs } from '../needed-settings.js';
import type { ConfiguredExpression, StepType } from '../step-type.js';
import { IN, OUT } from '../step-type.js';
import { described, expression, optionalText, settings } from '../settings.js';

function expressions(configuration: JsonObject): readonly ConfiguredExpression[] {
  const given = configuration['input'];
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return [];
  return Object.entries(given).flatMap(([name, source]) =>
    typeof source === 'string' ? [{ path: ['input', name], source, expects: 'any' as const }] : [],
  );
}

const inputName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_-]{0,127}$/u, 'must be the name of an input')
  .refine((name) => !isForbiddenName(name), { message: 'must not be a reserved name' });

const version = z.union([z.int().min(1), z.literal('published')], {
  error: 'must be the number of a version, or "published"',
});

export const subWorkflow: StepType = {
  type: 'sub_workflow',
  title: 'Run another workflow',
  summary: 'Runs another workflow and goes on with what it gave.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => [],
  openFacts: true,
  needs: [],
  gives: [],
  settings: settings({
    workflowId: optionalText(
      { title: 'Workflow', description: 'Id of the workflow to run.', kind: 'template' },
      200,
    ),
    version: described(version.default('published'), {
      title: 'Version',
      description: 'Number of a version; "published" takes the one that is published when the step runs.',
    }),
    input: described(
      z.record(inputName, expression({ title: 'Value', description: 'Gives the value.' })).default({}),
      { title: 'Inputs', description: 'By name of an input of the other workflow, what to give it.' },
    ),
  }),
  judge: needs('workflowId'),
  expressions,
  verbatim: ['input'],
  timeoutMs: 0,
  zeroOutput: () => ({}),
  documentation: [
    "The other workflow runs as an execution of its own that you can open. Its result is this step's: the facts of each of its end steps by id,",
    'as in `steps.run.summary.text` for the fact `text` of its end step `summary`. When it fails, this step fails with its error.',
    'It is never tried again by itself, whatever `retry` says: with `onError: block` a person may retry it, which starts a new execution.',
  ].join('\n'),
};
