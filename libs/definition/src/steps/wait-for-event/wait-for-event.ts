import { needs } from '../needed-settings.js';
import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions } from '../step-type.js';
import { duration, optionalText, settings } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'payload', type: 'any', description: 'What was sent with the event.' },
];

export const waitForEvent: StepType = {
  type: 'wait_for_event',
  title: 'Wait for an event',
  summary: 'Waits until something outside tells that it has happened.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: () => [
    { name: 'received', type: 'flow', description: 'Goes on when the event has come.' },
    { name: 'timeout', type: 'flow', description: 'Goes on when it has not come in time.' },
  ],
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [],
  settings: settings({
    event: optionalText(
      {
        title: 'Event',
        description: 'Name of the event, for example paid or order-{{ input.order }}.',
        kind: 'template',
      },
      200,
    ),
    timeout: duration({
      title: 'How long to wait',
      description: 'After that the port "timeout" goes on. Left empty: without end.',
    }),
  }),
  judge: needs('event'),
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 0,
  zeroOutput: () => ({ payload: null }),
  documentation:
    'Another program sends the event to the execution by its name, with any payload: see the API.',
};
