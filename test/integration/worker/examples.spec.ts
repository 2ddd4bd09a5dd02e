import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '#definition';
import { repositoryRoot } from '../../support/repository-root.mjs';
import { Rig, eventually } from './support/rig.js';
import type { Run } from './support/rig.js';

const ANNA = { id: 'user-1', name: 'anna@example.com' };

interface Case {
  readonly example: string;
  readonly input?: JsonObject;
  /** What people and other systems do once it waits. */
  readonly then?: (run: Run) => Promise<void>;
  readonly gives: Json;
}

/** The examples that need neither documents nor the web, run as they stand. */
const CASES: readonly Case[] = [
  { example: 'loop-over-items', gives: { order: { lines: 3, total: 74 } } },
  {
    example: 'loop-times',
    gives: { list: { tickets: 'Ticket 1 of 3, Ticket 2 of 3, Ticket 3 of 3' } },
  },
  { example: 'loop-until', gives: { result: { root: 1.414214, rounds: 4 } } },
  { example: 'loop-while', gives: { result: { months: 7, balance: 1050, reached: true } } },
  { example: 'loops-in-loops', gives: { result: { by_department: [200, 345], total: 545 } } },
  {
    example: 'try-and-tidy-up',
    gives: {
      failed: {
        text: 'Not booked: 1 of 1 rules failed: An amount must be above zero. Amount -5: VALIDATION_FAILED',
      },
    },
  },
  {
    example: 'try-and-tidy-up',
    input: { amount: 5 },
    gives: { done: { text: 'Booked. Amount 5: no error' } },
  },
  {
    example: 'undo-what-was-done',
    gives: { refused: { text: 'Nothing was booked: 1 of 1 rules failed: The payment was refused.' } },
  },
  {
    example: 'triage-by-amount',
    input: { amount: 5 },
    gives: { result: { note: 'Paid without a second look.', by: 'machine' } },
  },
  {
    example: 'ask-a-person',
    then: (run) => run.ask({ kind: 'approve', path: 'ask', approved: true, comment: null, actor: ANNA }),
    gives: { result: { text: 'Approved by anna@example.com.' } },
  },
  {
    example: 'wait-for-an-event',
    then: (run) =>
      run.ask({ kind: 'send-event', name: 'paid-A-17', path: null, payload: { sum: 12 }, actor: null }),
    gives: { ship: { text: 'Order A-17 is on its way.', payment: { sum: 12 } } },
  },
  {
    example: 'block-until-somebody-decides',
    then: (run) => run.ask({ kind: 'skip-step', path: 'check', output: { valid: false }, actor: ANNA }),
    gives: { order: { text: 'Ordered although it is over the budget.' } },
  },
];

describe('the examples', () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
  }, 60_000);
  afterAll(async () => rig.stop(), 60_000);

  const textOf = (example: string) =>
    readFileSync(join(repositoryRoot, 'examples', `${example}.yaml`), 'utf8');

  it.each(CASES)('$example gives $gives', async ({ example, input = {}, then, gives }) => {
    const run = await rig.run(textOf(example), { input });
    if (then !== undefined) {
      const open = new Set(['waiting', 'blocked']);
      await eventually(async () => open.has((await run.execution()).status), 'it waits');
      await then(run);
    }
    expect(await run.closed()).toBe('COMPLETED');
    expect((await run.execution()).outputData).toEqual(gives);
  });

  it('try-again-then-explain goes the other way; what does not hold is not tried again', async () => {
    const run = await rig.run(textOf('try-again-then-explain'));
    expect(await run.closed()).toBe('COMPLETED');
    const { outputData } = await run.execution();
    expect(outputData).toMatchObject({ explain: { text: expect.stringContaining('failed') as string } });
    const attempts = (await run.steps()).filter(({ path }) => path === 'check');
    expect(attempts.map(({ status }) => status)).toEqual(['failed']);
  });

  it('first-one-wins stops the slower way', async () => {
    const run = await rig.run(textOf('first-one-wins'), { input: { left: 0.2, right: 60 } });
    expect(await run.closed()).toBe('COMPLETED');
    expect((await run.execution()).outputData).toMatchObject({ result: { winner: 'left' } });
    const slower = (await run.steps()).find(({ path }) => path === 'right_way');
    expect(slower?.status).toBe('cancelled');
  });

  it('undo-what-was-done undoes the reservation after the payment was refused', async () => {
    const run = await rig.run(textOf('undo-what-was-done'));
    expect(await run.closed()).toBe('COMPLETED');
    const release = (await run.steps()).find(({ path }) => path === 'booking/release');
    expect(release?.status).toBe('completed');
  });

  it('wait-a-while goes on by itself', async () => {
    const run = await rig.run(textOf('wait-a-while'), { input: { seconds: 0.5 } });
    expect(await run.closed()).toBe('COMPLETED');
  });

  it('greet-everybody runs greet-one-person for each name', async () => {
    const greeter = await rig.publish(textOf('greet-one-person'));
    const workflowId = await rig.publish(textOf('greet-everybody'));
    const run = await rig.run(textOf('greet-everybody'), { input: { greeter }, workflowId });
    expect(await run.closed()).toBe('COMPLETED');
    expect((await run.execution()).outputData).toEqual({
      result: { text: 'Good morning, Ada! Good morning, Grace! Good morning, Alan!' },
    });
  });
});
