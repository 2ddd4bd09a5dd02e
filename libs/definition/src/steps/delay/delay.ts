import type { JsonObject } from '../../json.js';
import { isGiven } from '../needed-settings.js';
import type { ConfiguredExpression, Fact, SettingsVerdict, StepType } from '../step-type.js';
import { IN, OUT } from '../step-type.js';
import { duration, expression, settings } from '../settings.js';

const facts: readonly Fact[] = [
  { name: 'resumed_at', type: 'string', description: 'When it went on: date and time in UTC.' },
];

function expressions(configuration: JsonObject): readonly ConfiguredExpression[] {
  const source = configuration['until'];
  return typeof source === 'string' && source !== '' ? [{ path: ['until'], source, expects: 'any' }] : [];
}

function judge(configuration: JsonObject): SettingsVerdict {
  const [duration, until] = [isGiven(configuration, 'duration'), isGiven(configuration, 'until')];
  return {
    faults: duration || until ? [] : [{ path: ['duration'], message: 'is needed, or "until"' }],
    unused: duration && until ? [{ path: ['duration'], message: 'is not used beside "until"' }] : [],
  };
}

export const delay: StepType = {
  type: 'delay',
  title: 'Wait',
  summary: 'Waits for a while, or until a time.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: () => [OUT],
  canFail: true,
  facts: () => facts,
  needs: [],
  gives: [],
  settings: settings({
    duration: duration({ title: 'How long', description: 'For example 30s, 5m, 2h or 7d.' }),
    until: expression({
      title: 'Until',
      description: 'Instead: a date and time such as "2030-01-31T08:00:00Z". One in the past does not wait.',
    }).optional(),
  }),
  judge,
  expressions,
  verbatim: ['until'],
  timeoutMs: 0,
  zeroOutput: () => ({ resumed_at: '1970-01-01T00:00:00.000Z' }),
  documentation:
    'Waiting costs nothing, however long: the workflow sleeps, and goes on even when everything was restarted meanwhile.',
};
