import type { DraftRow } from '../../test/drafts.js';
import { pass, problemsOf, wire } from '../../test/drafts.js';

const guard = (more: object = {}): object => ({ id: 't', type: 'try', ...more });

const ROWS: readonly DraftRow[] = [
  ['block with a deadline', { steps: [pass('a', { onError: 'block', blockDeadline: '2h' })] }, []],
  [
    'a deadline for nothing',
    { steps: [pass('a', { blockDeadline: '2h' })] },
    ['BLOCK_DEADLINE_UNUSED /steps/0/blockDeadline'],
  ],
  [
    'containers that block',
    {
      steps: [
        guard({ onError: 'block' }),
        pass('x', { parent: 't' }),
        { id: 'l', type: 'loop', configuration: { items: '[]' }, onError: 'block' },
        pass('y', { parent: 'l' }),
      ],
      connections: [wire('t.done -> l')],
    },
    ['BLOCK_NOT_ALLOWED /steps/0/onError', 'BLOCK_NOT_ALLOWED /steps/2/onError'],
  ],
  [
    'the error port of a container, open whatever onError says',
    {
      steps: [guard(), pass('x', { parent: 't' }), pass('b', { conditions: ['error.code <> ""'] })],
      connections: [wire('t.error -> b')],
    },
    [],
  ],
  [
    'the same, connected to nothing',
    { steps: [guard({ onError: 'route' }), pass('x', { parent: 't' })] },
    [],
  ],
  [
    'but not when it goes on',
    {
      steps: [guard({ onError: 'continue' }), pass('x', { parent: 't' }), pass('b')],
      connections: [wire('t.error -> b')],
    },
    ['STEP_NEVER_RUNS /steps/2', 'ERROR_PORT_CLOSED /connections/0'],
  ],
  [
    'a timeout of a step that waits without end',
    {
      steps: [
        { id: 'ask', type: 'approval' },
        { id: 'wait', type: 'wait_for_event', configuration: { event: 'x', timeout: '1h' } },
        pass('a'),
        pass('b'),
      ],
      connections: ['ask.approved -> wait', 'ask.timeout -> a', 'wait.timeout -> b'].map(wire),
    },
    ['STEP_NEVER_RUNS /steps/2'],
  ],
];

it.each(ROWS)('%s: told with code and place', (_, draft, expected) => {
  expect(problemsOf(draft)).toEqual(expected);
});
