import { Worker } from '@temporalio/worker';
import type { Plan } from '#definition/plan';
import { packPlan } from '#temporal/contract';
import { unpackPlan } from '../../temporal/src/plan/unpack-plan.js';
import { quietRuntime } from '../support/quiet-runtime.js';
import type { Change, Payload } from './changed-history.js';
import { changed, repacked, reworded, swapped, twice, without } from './changed-history.js';
import { readHistory, workflowIdOf } from './recorded-history.js';
import type { RecordedEvent, RecordedHistory } from './recorded-history.js';

const WORK = 'ACTIVITY_TASK_SCHEDULED';
const LOCAL = 'MARKER_RECORDED';
const SHOWN = 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES';
const COMPLETED = 'WORKFLOW_EXECUTION_COMPLETED';
const CHILD = 'START_CHILD_WORKFLOW_EXECUTION_INITIATED';
const STARTED = 'WORKFLOW_EXECUTION_STARTED';
const UPDATE = 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED';
const SIGNAL = 'WORKFLOW_EXECUTION_SIGNALED';

/** What Temporal says when the workflow code does not go as the history went. */
const DIFFERS = /nondeterminism|workflow machines/;

/**
 * Which changes of the engine executions that are open survive. Instead of the engine the history is changed, to what
 * an engine would have made that differs from today's in this one thing. The rule stands in docs/durability.md.
 */
describe('a change of the engine', () => {
  beforeAll(quietRuntime);

  const caught: readonly (readonly [string, string, Change])[] = [
    ['another id of an activity', 'constructs', reworded(WORK, 'repair#1', 'other#1')],
    ['another type of an activity', 'constructs', reworded(WORK, '"chunking"', '"other"')],
    ['a timer more', 'waiting', without('TIMER_STARTED')],
    ['a timer less', 'waiting', twice('TIMER_STARTED', renamedTimer)],
    ['a local activity more', 'waiting', without(LOCAL)],
    ['a local activity less', 'waiting', twice(LOCAL, renamedLocal)],
    ['another local activity', 'waiting', repacked(LOCAL, otherLocalActivity)],
    ['another id of a child', 'sub-workflow', reworded(CHILD, /execution-[0-9a-f-]{36}/g, 'execution-other')],
    ['another type of a child', 'sub-workflow', reworded(CHILD, '"name":"execution"', '"name":"other"')],
    ['a status shown more', 'waiting', without(SHOWN)],
    ['a status shown less', 'waiting', twice(SHOWN)],
    ['a continuation as new more or less', 'waiting', endedAs('continuedAsNew')],
    ['another way to end', 'waiting', endedAs('failed')],
    ['an update that has another name', 'waiting', reworded(UPDATE, '"name":"approve"', '"name":"other"')],
    [
      'an update that does something else',
      'waiting',
      repacked(UPDATE, (control) => ({ ...control, path: 'no' })),
    ],
    ['a signal that has another name', 'constructs', reworded(SIGNAL, '"pause"', '"other"')],
    [
      'a plan without what is read from it',
      'constructs',
      repacked(
        STARTED,
        inPlan(({ edges, ...rest }) => ({ ...rest, lines: edges })),
      ),
    ],
    [
      'a carried state without what is read from it',
      'continued',
      repacked(
        STARTED,
        inState(({ scopes, ...rest }) => ({ ...rest, frames: scopes })),
      ),
    ],
  ];

  it.each(caught)(
    'is caught: %s',
    async (_, name, change) => {
      await expect(replay(changed(readHistory(name), change))).rejects.toThrow(DIFFERS);
    },
    30_000,
  );

  it('is caught: another order of two activities', async () => {
    await expect(replay(swapped(readHistory('constructs'), 'embed#1', 'search#1'))).rejects.toThrow(DIFFERS);
  }, 30_000);

  const permitted: readonly (readonly [string, string, Change])[] = [
    ['the input of activities, and the records in it', 'constructs', repacked(WORK, nothing)],
    ['timeouts', 'constructs', reworded(WORK, /Timeout":"\w+"/g, 'Timeout":"7s"')],
    ['retry policies', 'constructs', reworded(WORK, '"maximumAttempts":3', '"maximumAttempts":9')],
    ['task queues', 'constructs', reworded(WORK, /"taskQueue":\{"name":"[^"]*"/g, '"taskQueue":{"name":"q"')],
    ['how long a timer runs', 'waiting', reworded('TIMER_STARTED', '3600s', '7200s')],
    ['the argument of a child', 'sub-workflow', repacked(CHILD, nothing)],
    ['summaries', 'constructs', (event) => [{ ...event, userMetadata: {} }]],
    ['the status that is shown', 'waiting', repacked(SHOWN, () => 'other')],
    [
      'the words of a failure',
      'constructs',
      reworded('ACTIVITY_TASK_FAILED', '"message":"No"', '"message":"Never"'),
    ],
    ['what an update answers', 'waiting', refused],
    ['the result', 'waiting', repacked(COMPLETED, (result) => ({ ...result, more: 1 }))],
    ['a carried state with more in it', 'continued', repacked(STARTED, inState(withMore))],
    ['a plan with more in it', 'constructs', repacked(STARTED, inPlan(withMore))],
  ];

  it.each(permitted)(
    'is survived: %s',
    async (_, name, change) => {
      const history = readHistory(name);
      const other = changed(history, change);
      expect(other).not.toEqual(history);
      await replay(other);
    },
    30_000,
  );

  it('is caught when it raises the version: executions of the old one wait for a worker that has it', async () => {
    const raised = repacked(
      STARTED,
      inArgument((argument) => ({ ...argument, engineVersion: 2 })),
    );
    await expect(replay(changed(readHistory('constructs'), raised))).rejects.toThrow(DIFFERS);
  }, 30_000);
});

async function replay(history: RecordedHistory): Promise<void> {
  const codePath = process.env['SLUICE_TEST_WORKFLOW_BUNDLE'] ?? '';
  await Worker.runReplayHistory({ workflowBundle: { codePath } }, history, workflowIdOf(history));
}

function nothing(): unknown {
  return {};
}

function renamedTimer(event: RecordedEvent): RecordedEvent {
  return reworded('TIMER_STARTED', /"timerId":"\d+"/g, '"timerId":"99"')(event)[0] ?? event;
}

function renamedLocal(event: RecordedEvent): RecordedEvent {
  const renamed = (details: Payload): Payload => details && { ...details, seq: 99, activity_id: '99' };
  return repacked(LOCAL, renamed)(event)[0] ?? event;
}

function otherLocalActivity(details: Payload): Payload {
  return details && { ...details, activity_type: 'other' };
}

/** Search attributes and the like are payloads as well. */
function inArgument(change: (argument: NonNullable<Payload>) => Payload): (value: Payload) => Payload {
  return (value) => (typeof value === 'object' && value?.['engineVersion'] ? change(value) : value);
}

function inPlan(change: (plan: NonNullable<Payload>) => object): (value: Payload) => Payload {
  return inArgument((argument) => {
    const { deflated } = argument['plan'] as ReturnType<typeof packPlan>;
    const plan: unknown = unpackPlan(deflated);
    return { ...argument, plan: packPlan(change(plan as NonNullable<Payload>) as Plan) };
  });
}

function inState(change: (state: NonNullable<Payload>) => Payload): (value: Payload) => Payload {
  return inArgument((argument) => {
    const { value } = argument['state'] as { readonly value: NonNullable<Payload> };
    return { ...argument, state: { kind: 'value', value: change(value) } };
  });
}

function withMore(value: NonNullable<Payload>): NonNullable<Payload> {
  return { ...value, more: 1 };
}

function endedAs(how: 'failed' | 'continuedAsNew'): Change {
  const type = how === 'failed' ? 'FAILED' : 'CONTINUED_AS_NEW';
  const name = how === 'failed' ? 'Failed' : 'ContinuedAsNew';
  return (event) => {
    const { workflowExecutionCompletedEventAttributes: attributes, ...rest } = event;
    if (attributes === undefined) return [event];
    const ended = { ...rest, eventType: `EVENT_TYPE_WORKFLOW_EXECUTION_${type}` };
    return [{ ...ended, [`workflowExecution${name}EventAttributes`]: attributes }];
  };
}

function refused(event: RecordedEvent): readonly RecordedEvent[] {
  const name = 'workflowExecutionUpdateCompletedEventAttributes';
  if (event[name] === undefined) return [event];
  const outcome = { failure: { message: 'No', applicationFailureInfo: { type: 'NO' } } };
  return [{ ...event, [name]: { ...(event[name] as object), outcome } }];
}
