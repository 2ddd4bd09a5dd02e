import { Injectable } from '@nestjs/common';
import type { Problem, WorkflowDefinition } from '#definition';
import { ExecutionStepsRepository } from '#persistence';
import type { WorkflowExecution } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { callProblem } from '../problems/to-problem-model.js';
import { ExecutionEngine } from '../temporal/execution-engine.js';
import { actorOf } from './actor-of.js';
import { EngineCalls } from './engine-calls.js';
import type { ExecutionOutcome } from './executions.service.js';
import { isPathOf, scopePathOf, stepIdOf } from './instance-path.js';

/** Pausing, resuming and cancelling: asked of Temporal, and sure to be heard. */
@Injectable()
export class ExecutionControl {
  constructor(
    private readonly calls: EngineCalls,
    private readonly steps: ExecutionStepsRepository,
    private readonly engine: ExecutionEngine,
  ) {}

  /** `path` empty means the whole execution. */
  pause(viewer: Viewer, id: string, path: string): Promise<ExecutionOutcome> {
    return this.calls.ask(viewer, id, {
      check: (execution) => this.checkLive(execution, path),
      ask: () => this.engine.pause(id, path, actorOf(viewer)),
    });
  }

  resume(viewer: Viewer, id: string, path: string): Promise<ExecutionOutcome> {
    return this.calls.ask(viewer, id, {
      check: (execution) => checkPath(execution, path),
      ask: () => this.engine.resume(id, path, actorOf(viewer)),
    });
  }

  cancel(viewer: Viewer, id: string): Promise<ExecutionOutcome> {
    return this.calls.ask(viewer, id, { ask: () => this.engine.cancel(id, actorOf(viewer)) });
  }

  /** A step can be paused before it starts, once the round or the region it stands in is there. */
  private async checkLive(execution: WorkflowExecution, path: string): Promise<readonly Problem[]> {
    const unknown = checkPath(execution, path);
    if (unknown.length > 0) return unknown;
    const scope = scopePathOf(path);
    if (scope === '' || (await this.steps.isLive(execution.id, scope))) return [];
    return [noPath(path, `"${scope}" has ended or not begun, so there is nothing to pause at "${path}".`)];
  }
}

function checkPath({ executionGraph, bulk }: WorkflowExecution, path: string): readonly Problem[] {
  if (path === '' || isPathOf(executionGraph as WorkflowDefinition, path, bulk !== null)) return [];
  return [noPath(path, `There is no step, round or scope "${path}" in this workflow.`)];
}

function noPath(path: string, message: string): Problem {
  return callProblem('STEP_NOT_FOUND', '/path', message, stepIdOf(path));
}
