import type { StepRowFragment, StepStatus } from '../graphql/generated/graphql.js';
import { stepIdOfPath } from './instance-path.js';

/** A row for tests. */
export function aRow(path: string, status: StepStatus, more: Partial<StepRowFragment> = {}): StepRowFragment {
  return {
    path,
    parentPath: '',
    iteration: null,
    stepId: stepIdOfPath(path),
    type: 'transform',
    name: stepIdOfPath(path),
    status,
    attempt: 1,
    reused: false,
    reason: null,
    waitsFor: null,
    dueAt: null,
    approval: null,
    configuration: null,
    output: null,
    warnings: [],
    startedAt: null,
    completedAt: null,
    durationMs: null,
    error: null,
    progress: null,
    ...more,
  };
}
