import type { JsonObject } from '../../json.js';
import type { StepDefinition } from '../../workflow-definition.js';
import type { ConfiguredExpression, Fact, StepType } from '../step-type.js';
import { DONE, IN, zeroFacts } from '../step-type.js';
import { choice, expression, settings } from '../settings.js';
import { concurrency, itemErrors, maximumRounds } from './loop-bounds.js';
import { judgeLoop } from './judge-loop.js';

const FACTS: readonly Fact[] = [
  { name: 'iteration_count', type: 'number', description: 'Rounds that were begun.' },
  { name: 'succeeded_count', type: 'number', description: 'Rounds that succeeded.' },
  { name: 'failed_count', type: 'number', description: 'Rounds that failed.' },
  { name: 'exhausted', type: 'boolean', description: 'Whether it ended because of its most rounds.' },
];

const RESULTS: Fact = {
  name: 'results',
  type: 'array',
  description: 'What each round gave, in the order of the rounds; null for a round that gave nothing.',
};

function facts({ configuration }: StepDefinition): readonly Fact[] {
  return configuration['result'] === undefined ? FACTS : [...FACTS, RESULTS];
}

function expressions(configuration: JsonObject): readonly ConfiguredExpression[] {
  const mode = configuration['mode'] ?? 'forEach';
  const condition = { expects: 'boolean', round: mode === 'until' ? 'ended' : 'begins' } as const;
  return [
    ...(mode === 'while' || mode === 'until' ? one(configuration, 'condition', condition) : []),
    ...(mode === 'times' ? one(configuration, 'times', { expects: 'number' }) : []),
    ...(mode === 'forEach' ? one(configuration, 'items', { expects: 'any' }) : []),
    ...one(configuration, 'result', { expects: 'any', round: 'ended' }),
  ];
}

function one(
  configuration: JsonObject,
  name: string,
  about: Pick<ConfiguredExpression, 'expects' | 'round'>,
): readonly ConfiguredExpression[] {
  const source = configuration[name];
  return typeof source === 'string' && source !== '' ? [{ path: [name], source, ...about }] : [];
}

export const loop: StepType = {
  type: 'loop',
  title: 'Repeat',
  summary:
    'Does the steps inside it again and again: for each item of a list, some times, or while something holds.',
  category: 'flow',
  class: () => 'control',
  inputs: [IN],
  outputs: () => [DONE],
  canFail: true,
  facts,
  regions: ['body'],
  needs: [],
  gives: [],
  settings: settings({
    mode: choice(
      {
        title: 'How to repeat',
        description:
          '"forEach": once for each item of a list; "times": a number of times; "while": as long as something holds; "until": until something holds.',
      },
      ['forEach', 'times', 'while', 'until'],
    ),
    items: expression({
      title: 'Items',
      description: 'For "forEach": a list, or documents such as steps.read.documents.',
    }).optional(),
    times: expression({ title: 'Times', description: 'For "times": how many rounds.' }).optional(),
    condition: expression({
      title: 'Condition',
      description: 'For "while": asked before each round; for "until": asked after it.',
    }).optional(),
    concurrency,
    maximumRounds,
    onExhausted: choice(
      {
        title: 'When there are too many rounds',
        description: '"fail" fails the loop; "continue" goes on, and the fact "exhausted" says so.',
      },
      ['fail', 'continue'],
    ),
    itemErrors,
    result: expression({
      title: 'Result of a round',
      description: 'One value a round, collected in the fact "results". It sees what the steps inside gave.',
    }).optional(),
  }),
  judge: judgeLoop,
  expressions,
  verbatim: [
    'mode',
    'items',
    'times',
    'condition',
    'concurrency',
    'maximumRounds',
    'onExhausted',
    'itemErrors',
    'result',
  ],
  timeoutMs: 0,
  zeroOutput: (step) => zeroFacts(facts(step)),
  documentation: [
    'Put the steps to repeat inside it. They see `loop.index`, the number of the round from 0, and with "forEach" `loop.item`,',
    'the item it is about. The results of the steps inside are known inside only; `result` says what each round hands out.',
    '',
    'Inside, a condition may name a case `break`, which ends the whole loop, or `continue`, which ends the round. Nothing is connected to them.',
  ].join('\n'),
};
