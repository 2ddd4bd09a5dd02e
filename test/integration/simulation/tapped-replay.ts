import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { InjectedSinks } from '@temporalio/worker';
import { buildWorkflowBundle } from '../../support/workflow-bundle.mjs';
import { historiesOf } from '../worker/support/replay-all.js';
import type { Trace } from './retrace.js';
import type { Call, TapSinks } from './tapped-interpreter.js';

/** The product's workflow code, but for the tap. */
export function tappedBundle(): Promise<string> {
  return buildWorkflowBundle({ alias: { '#interpreter$': join(__dirname, 'tapped-interpreter.ts') } });
}

/** Replays every run of the executions and listens to what passes between the driver and the interpreter. */
export async function replayTraces(
  client: Client,
  codePath: string,
  workflowIds: readonly string[],
): Promise<readonly Trace[]> {
  const calls = new Map<string, Call[]>();
  const sinks: InjectedSinks<TapSinks> = {
    interpreter: {
      called: {
        callDuringReplay: true,
        fn: ({ workflowId, runId }, call) => {
          const run = `${workflowId} ${runId}`;
          calls.set(run, [...(calls.get(run) ?? []), JSON.parse(call) as Call]);
        },
      },
    },
  };
  const options = { workflowBundle: { codePath }, sinks };
  for await (const { error } of Worker.runReplayHistories(options, historiesOf(client, workflowIds)))
    if (error !== undefined) throw error;
  return [...calls.values()].map(traceOf);
}

function traceOf(calls: readonly Call[]): Trace {
  const [first] = calls;
  if (first === undefined) throw new Error('The run called nothing.');
  const { plan, asked } = first;
  return {
    plan,
    begin: asked.kind === 'start' ? asked : { kind: 'continue', state: asked.state },
    events: calls.flatMap((call) => (call.asked.kind === 'advance' ? [call.asked.event] : [])),
    gave: calls.map(({ gave }) => gave),
  };
}
