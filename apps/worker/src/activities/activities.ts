import type { StepImplementation, Stores } from '#documents';
import type { ExecutionRecorder } from '#persistence';
import type { SubWorkflows } from '../sub-workflows/sub-workflows.js';
import { engineActivities } from './engine.activities.js';
import { stepActivity } from './step.activity.js';

/** Injection token of everything the Temporal workers can be asked to do. */
export const ACTIVITIES = Symbol('activities');

/** One activity for each step type, named for it, and those the driver itself needs. */
export function activities(
  recorder: ExecutionRecorder,
  stores: Stores,
  implementations: Readonly<Record<string, StepImplementation>>,
  subWorkflows: SubWorkflows,
): object {
  const steps = Object.entries(implementations).map(
    ([type, implementation]) => [type, stepActivity(implementation, { recorder, stores })] as const,
  );
  return { ...engineActivities(recorder, stores, subWorkflows), ...Object.fromEntries(steps) };
}
