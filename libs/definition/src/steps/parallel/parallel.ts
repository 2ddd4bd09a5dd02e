import type { StepType } from '../step-type.js';
import { IN, noExpressions, OUT } from '../step-type.js';
import { settings } from '../settings.js';

export const parallel: StepType = {
  type: 'parallel',
  title: 'Do side by side',
  summary: 'Starts everything connected to it at the same time.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: (step) => (step.outputs?.length ? step.outputs : [OUT]),
  canFail: false,
  facts: () => [],
  needs: [],
  gives: [],
  settings: settings({}),
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 0,
  zeroOutput: () => ({}),
  documentation: "Every one of the step's `outputs` goes on. Bring the ways together again with a merge.",
};
