import { REFUSAL_CODES } from '#interpreter';
import { WorkflowExecution } from '#persistence';
import { eventsOf } from '../worker/support/history.js';
import { eventually } from '../worker/support/rig.js';
import type { Run } from '../worker/support/rig.js';
import { ONCE, definition } from './scenario.js';
import { Stage } from './stage.js';

const TOO_LARGE = 'x'.repeat(70_000);

/** What is asked of the execution below, of which the code says why it is refused. In this order: the last ends it. */
const ASKED: Readonly<Record<string, readonly [mutation: string, given: object]>> = {
  STEP_NOT_FOUND: ['approve', { path: 'elsewhere', approved: true }],
  STEP_NOT_BLOCKED: ['retryStep', { path: 'ask' }],
  STEP_NOT_WAITING: ['approve', { path: 'find', approved: true }],
  NOT_ASSIGNED: ['approve', { path: 'ask', approved: true }],
  EVENT_NOT_AWAITED: ['sendEvent', { name: 'shipped' }],
  VARIABLE_NOT_FOUND: ['setVariable', { name: 'nothing', value: 1 }],
  VALUE_TYPE: ['setVariable', { name: 'limit', value: 'many' }],
  VALUE_TOO_LARGE: ['sendEvent', { name: 'paid', payload: { text: TOO_LARGE } }],
  CONFIGURATION_INVALID: ['retryStep', { path: 'find', configuration: { limit: 'many' } }],
  EXECUTION_CLOSED: ['approve', { path: 'ask', approved: true }],
};

const TYPES: Readonly<Record<string, string>> = {
  path: 'String!',
  approved: 'Boolean!',
  name: 'String!',
  value: 'JSON!',
  payload: 'JSON',
  configuration: 'JSON',
};

const TEXT = definition({
  variables: { limit: { type: 'number', default: 1 } },
  steps: [
    { id: 'ask', type: 'approval', configuration: { assignees: ['boss@example.com'], timeout: '1h' } },
    { id: 'wait', type: 'wait_for_event', configuration: { event: 'paid', timeout: '1h' } },
    { id: 'find', type: 'search', configuration: { query: 'why' }, onError: 'block', ...ONCE },
  ],
});

/** Every reason to refuse what somebody asks of an execution, which goes on as if nothing had been asked. */
describe('the list of refusal codes', () => {
  let stage: Stage;
  let run: Run;
  beforeAll(async () => {
    stage = await Stage.start();
    run = await stage.rig.run(TEXT);
    const rows = stage.rig.dataSource.getRepository(WorkflowExecution);
    await rows.update({ id: run.id }, { executionGraph: JSON.parse(TEXT) as object });
    await eventually(
      async () => (await run.steps()).filter(({ status }) => /waiting|blocked/.test(status)).length === 3,
      'two steps wait and one is blocked',
    );
  }, 60_000);
  afterAll(() => stage.stop(), 60_000);

  it('holds what is shown to happen, and nothing else', () => {
    expect(Object.keys(ASKED).sort()).toEqual(Object.keys(REFUSAL_CODES).sort());
  });

  it('says why each thing is refused, and no workflow task fails for it', async () => {
    for (const [code, [mutation, given]] of Object.entries(ASKED)) {
      if (code === 'EXECUTION_CLOSED') {
        await run.handle.cancel();
        expect(await run.closed()).toBe('CANCELLED');
      }
      const names = Object.keys(given);
      const declared = names.map((name) => `$${name}: ${TYPES[name] ?? ''}`).join(', ');
      const passed = names.map((name) => `${name}: $${name}`).join(', ');
      const answer = await stage.ask(
        `mutation ($id: ID!, ${declared}) { ${mutation}(id: $id, ${passed}) { problems { code } } }`,
        { id: run.id, ...given },
      );
      expect([mutation, answer[mutation].problems]).toEqual([mutation, [{ code }]]);
    }
    expect(await eventsOf(run)).not.toContain('workflowTaskFailed');
  }, 30_000);
});
