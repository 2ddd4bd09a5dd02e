import { setTimeout as sleep } from 'node:timers/promises';
import { graphql, type Product } from '../api/product.js';
import type { Terminal } from '../command.js';
import { newStepLines } from '../print/steps.js';
import { EXECUTION_QUERY, isOpen, type Execution } from './execution.js';

/** How often the state is asked for: quick for short runs, easy on the server for long ones. */
const FIRST_PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 1_000;

/** Waits for an execution to end, with a line on `err` for every step that changes. */
export async function watchExecution(product: Product, terminal: Terminal, id: string): Promise<Execution> {
  const seen = new Map<string, string>();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.2, LONGEST_PAUSE_MS)) {
    const { execution } = await graphql<{ execution: Execution }>(product, EXECUTION_QUERY, { id });
    for (const line of newStepLines(execution.steps, seen)) terminal.err(line);
    if (!isOpen(execution)) return execution;
    await sleep(pause, undefined, { signal: product.signal });
  }
}
