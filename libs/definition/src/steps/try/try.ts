import type { Fact, StepType } from '../step-type.js';
import { DONE, IN, noExpressions, zeroFacts } from '../step-type.js';
import { choice, flag, settings } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'error_count', type: 'number', description: 'Steps inside it that failed.' },
];

export const tryStep: StepType = {
  type: 'try',
  title: 'Try and tidy up',
  summary:
    'Keeps steps together: what goes wrong inside is dealt with in one place, and what has to be tidied up always is.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: () => [DONE],
  canFail: true,
  facts: () => facts,
  regions: ['body', 'finally'],
  needs: [],
  gives: [],
  settings: settings({
    siblings: choice(
      {
        title: 'When a step inside fails',
        description: '"cancel" stops the others at once; "settle" lets those that run come to their end.',
      },
      ['cancel', 'settle'],
    ),
    compensate: flag({
      title: 'Undo when it fails',
      description: 'Runs, last first, the steps named under compensateWith for all that was already done.',
    }),
  }),
  expressions: noExpressions,
  verbatim: ['siblings', 'compensate'],
  timeoutMs: 0,
  zeroOutput: () => zeroFacts(facts),
  documentation: [
    'Steps inside it stand in its `body`, or in its region `finally`. The finally region runs after the body, whether that succeeded, failed or',
    'was cancelled, and may read `error.code`, `error.message` and `error.step`. After it the port `done` goes on, or `error` when something failed.',
  ].join('\n'),
};
