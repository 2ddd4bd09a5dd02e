import { Injectable } from '@nestjs/common';
import type { WorkflowExecution } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { callProblem } from '../problems/to-problem-model.js';
import { ExecutionEngine } from '../temporal/execution-engine.js';
import type { EngineAnswer } from '../temporal/execution-engine.js';
import { engineAway } from './engine-problems.js';
import { ExecutionStarter } from './execution-starter.js';
import { ExecutionsService } from './executions.service.js';
import type { ExecutionOutcome } from './executions.service.js';

const CLOSED: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled']);

/** Pausing, resuming and cancelling. All of it is asked of Temporal; what comes of it shows in the log. */
@Injectable()
export class ExecutionControl {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly starter: ExecutionStarter,
    private readonly engine: ExecutionEngine,
  ) {}

  /** `path` empty means the whole execution. */
  pause(viewer: Viewer, id: string, path: string): Promise<ExecutionOutcome> {
    return this.ask(viewer, id, () => this.engine.pause(id, path));
  }

  resume(viewer: Viewer, id: string, path: string): Promise<ExecutionOutcome> {
    return this.ask(viewer, id, () => this.engine.resume(id, path));
  }

  cancel(viewer: Viewer, id: string): Promise<ExecutionOutcome> {
    return this.ask(viewer, id, () => this.engine.cancel(id));
  }

  private async ask(
    viewer: Viewer,
    id: string,
    action: () => Promise<EngineAnswer>,
  ): Promise<ExecutionOutcome> {
    const execution = await this.executions.get(viewer, id);
    if (CLOSED.has(execution.status)) return closed(execution);
    let answer = 'done' as EngineAnswer;
    const problems = await engineAway(
      async () => {
        answer = await this.started(execution, action);
      },
      { severity: 'error', message: 'The workflow engine does not answer. Try again.' },
    );
    const current = await this.executions.get(viewer, id);
    return answer === 'gone' ? closed(current) : { execution: current, problems };
  }

  /** A pending execution may not have reached Temporal yet: it is started first. */
  private async started(
    execution: WorkflowExecution,
    action: () => Promise<EngineAnswer>,
  ): Promise<EngineAnswer> {
    const answer = await action();
    if (answer === 'done' || execution.status !== 'pending') return answer;
    return (await this.starter.start(execution)) === 'gone' ? 'gone' : action();
  }
}

function closed(execution: WorkflowExecution): ExecutionOutcome {
  return { execution, problems: [callProblem('EXECUTION_CLOSED', '', 'The execution has ended.')] };
}
