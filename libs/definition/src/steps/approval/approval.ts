import { z } from 'zod';
import type { Fact, StepType } from '../step-type.js';
import { IN, noExpressions } from '../step-type.js';
import { described, duration, optionalText, settings } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'approved', type: 'boolean', description: 'Whether it was approved.' },
  { name: 'comment', type: 'string', description: 'What the person wrote about it.' },
  { name: 'actor', type: 'string', description: 'Who decided.' },
];

export const approval: StepType = {
  type: 'approval',
  title: 'Ask a person',
  summary: 'Waits until a person approves or rejects.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: () => [
    { name: 'approved', type: 'flow', description: 'Goes on when it was approved.' },
    { name: 'rejected', type: 'flow', description: 'Goes on when it was rejected.' },
    { name: 'timeout', type: 'flow', description: 'Goes on when nobody decided in time.' },
  ],
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [],
  settings: settings({
    message: optionalText({
      title: 'Question',
      description: 'What the person reads before deciding.',
      kind: 'template',
    }),
    assignees: described(z.array(z.string().min(1).max(320)).max(100).default([]), {
      title: 'Who may decide',
      description: 'E-mail addresses or ids of people. Left empty: everybody who may see the execution.',
    }),
    timeout: duration({
      title: 'How long to wait',
      description: 'After that the port "timeout" goes on. Left empty: without end.',
    }),
  }),
  expressions: noExpressions,
  verbatim: [],
  timeoutMs: 0,
  zeroOutput: () => ({ approved: true, comment: '', actor: '' }),
  documentation:
    'The execution waits, visibly and at no cost, until somebody answers on its page or over the API.',
};
