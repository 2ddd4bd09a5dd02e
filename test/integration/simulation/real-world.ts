import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { In } from 'typeorm';
import { StepFailure } from '#documents';
import type { Plan } from '#definition/plan';
import { WorkflowExecution, WorkflowStep } from '#persistence';
import { PAUSE_SIGNAL, RESUME_SIGNAL, temporalWorkflowId } from '#temporal/contract';
import type { Rig, Run } from '../worker/support/rig.js';
import { gives } from '../worker/support/scripted-steps.js';
import type { Script } from '../worker/support/scripted-steps.js';
import type { Generated } from './generated.js';

/** How many executions run at once. */
const AT_ONCE = 20;

/** Runs them to their ends on the servers; gives the Temporal ids of all executions, sub-workflows included. */
export async function runAll(rig: Rig, all: readonly Generated[]): Promise<readonly string[]> {
  const children = await publishChildren(rig);
  for (let next = 0; next < all.length; next += AT_ONCE)
    await runTogether(rig, all.slice(next, next + AT_ONCE), children);
  const rows = await rig.dataSource.getRepository(WorkflowExecution).find({ select: { id: true } });
  return rows.map(({ id }) => temporalWorkflowId(id));
}

async function runTogether(
  rig: Rig,
  all: readonly Generated[],
  children: readonly [string, string],
): Promise<void> {
  const byId = new Map(all.map((made) => [randomUUID() as string, made]));
  const running = new Map<string, { readonly run: Run; readonly made: Generated }>();
  rig.steps.use(scriptsOf(byId));
  const ends = [...byId].map(async ([executionId, made]) => {
    const argument = made.meddling === 'continue' ? { continueAfterEvents: 10 } : {};
    const { input } = made;
    const run = await rig.runPlan(calling(made.plan, children), { executionId, input, argument });
    running.set(run.id, { run, made });
    await meddle(run, made);
    await run.closed();
    running.delete(run.id);
  });
  let over = false;
  const end = Promise.all(ends).finally(() => (over = true));
  while (!over) await Promise.race([end, answerAll(rig, running).then(() => sleep(50))]);
  await end;
}

/** People look at what waits for them. Who comes too late is refused, and one that nobody answers never ends. */
async function answerAll(
  rig: Rig,
  running: ReadonlyMap<string, { readonly run: Run; readonly made: Generated }>,
): Promise<void> {
  const waiting = await rig.dataSource
    .getRepository(WorkflowStep)
    .find({ where: { executionId: In([...running.keys()]), status: In(['waiting', 'blocked']) } });
  await Promise.all(
    waiting.map(async (step) => {
      const { run, made } = running.get(step.executionId) ?? {};
      const control = made?.decide(step) ?? null;
      if (control !== null) await run?.ask(control).catch(() => undefined);
    }),
  );
}

async function meddle({ handle }: Run, { meddling }: Generated): Promise<void> {
  if (meddling === 'nothing' || meddling === 'continue') return;
  await sleep(100);
  // One that has ended by now cannot be told anything.
  const tell = (told: Promise<unknown>): Promise<unknown> => told.catch(() => undefined);
  if (meddling === 'cancel') await tell(handle.cancel());
  else {
    await tell(handle.signal(PAUSE_SIGNAL, { path: '' }));
    await sleep(200);
    await tell(handle.signal(RESUME_SIGNAL, { path: '' }));
  }
}

/** Every step takes a moment of its own, listens to its signal, and ends as its execution has it. */
function scriptsOf(byId: ReadonlyMap<string, Generated>): Readonly<Record<string, Script>> {
  const attempts = new Map<string, number>();
  const script: Script = async ({ context: { executionId, path, signal } }) => {
    const instance = `${executionId} ${path}`;
    const attempt = (attempts.get(instance) ?? 0) + 1;
    attempts.set(instance, attempt);
    await sleep(5 + ((path.length * 17 + attempt * 7) % 40), undefined, { signal });
    // Sub-workflows are not known here, and give nothing.
    const fate = byId.get(executionId)?.work(path, attempt) ?? { kind: 'gives', facts: {} };
    if (fate.kind === 'fails') throw new StepFailure(fate.code, fate.message, true);
    return gives(fate.facts);
  };
  const ids = [...byId.values()].flatMap(({ plan }) => plan.steps.map(({ id }) => id));
  return { ...Object.fromEntries(ids.map((id) => [id, script])), refuse };
}

const refuse: Script = () => {
  throw new StepFailure('PROVIDER_REFUSED', 'No', false);
};

/** One that completes and one that fails. */
async function publishChildren(rig: Rig): Promise<readonly [string, string]> {
  const child = (id: string): string => `
schemaVersion: 1
name: Child
steps:
  - { id: ${id}, type: search, configuration: { query: q } }
connections: []
`;
  return [await rig.publish(child('find')), await rig.publish(child('refuse'))];
}

/** The plan with workflows that are there for its sub-workflow steps to call. */
function calling(plan: Plan, children: readonly [string, string]): Plan {
  return {
    ...plan,
    steps: plan.steps.map((step) => {
      if (step.body.kind !== 'sub_workflow') return step;
      const workflowId = children[step.index % 4 === 0 ? 1 : 0];
      return { ...step, body: { ...step.body, configuration: { value: { workflowId }, slots: [] } } };
    }),
  };
}
