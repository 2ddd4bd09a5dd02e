import type { Run } from '../worker/support/rig.js';
import type { Stage } from './stage.js';

/** The smallest execution that fails with a code. */
export interface Scenario {
  readonly begin: (stage: Stage) => Promise<Run>;
  /** What happens to it from outside while it runs. */
  readonly disturb?: (run: Run, stage: Stage) => Promise<void>;
  /** How it ends; `failed` unless something else is said. */
  readonly status?: 'failed' | 'cancelled';
  /** The step that has the error; null where the execution alone has one. */
  readonly path: string | null;
}

export type Scenarios = Readonly<Record<string, Scenario>>;

interface Graph {
  readonly inputs?: object;
  readonly variables?: object;
  readonly steps: readonly object[];
  readonly connections?: readonly object[];
}

/** The text of a definition. */
export function definition({ inputs = {}, variables = {}, steps, connections = [] }: Graph): string {
  return JSON.stringify({ schemaVersion: 1, name: 'Smallest', inputs, variables, steps, connections });
}

/** Work that is tried once only. */
export const ONCE = { retry: { maximumAttempts: 1 } };
