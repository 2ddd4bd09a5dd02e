import { pass, wire } from '../../../test/drafts.js';
import { decide, proofsOf } from '../../../test/proofs.js';
import type { ProofRow } from '../../../test/proofs.js';

const COVERED: readonly ProofRow[] = [
  [
    'a case behind a wider one',
    {
      steps: [decide('b', { some: 'n > 5', many: 'n > 100', none: 'n = 0' }), pass('c')],
      connections: [wire('b.many -> c')],
    },
    ['CASE_NEVER_CHOSEN /steps/0/configuration/cases/1/when: b c'],
  ],
  [
    'by two together, over a variable as well',
    { variables: { v: 'number' }, steps: [decide('b', { low: 'v < 10', high: 'v > 5', mid: 'v = 7' })] },
    ['CASE_NEVER_CHOSEN /steps/0/configuration/cases/2/when: b'],
  ],
  [
    'not where every case is taken',
    {
      steps: [
        {
          id: 'b',
          type: 'condition',
          configuration: {
            mode: 'all',
            cases: [
              { port: 'p', when: 'n > 5' },
              { port: 'q', when: 'n > 100' },
            ],
          },
        },
      ],
    },
    [],
  ],
];

it.each(COVERED)('%s', (_, draft, expected) => {
  expect(proofsOf(draft)).toEqual(expected);
});
