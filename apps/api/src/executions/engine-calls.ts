import { Injectable } from '@nestjs/common';
import type { Problem } from '#definition';
import type { Refusal } from '#interpreter';
import { ExecutionsRepository } from '#persistence';
import type { WorkflowExecution } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { callProblem } from '../problems/to-problem-model.js';
import type { EngineAnswer } from '../temporal/execution-engine.js';
import { engineAway } from './engine-problems.js';
import { ExecutionStarter } from './execution-starter.js';
import { ExecutionsService } from './executions.service.js';
import type { ExecutionOutcome } from './executions.service.js';

const CLOSED: ReadonlySet<string> = new Set(['completed', 'failed', 'cancelled']);

/** What is asked of an open execution, once it is known to be the viewer's. */
export interface EngineCall {
  /** Lets somebody else ask, who is then shown nothing of the execution. */
  readonly admits?: () => Promise<boolean>;
  /** What is wrong with the arguments: then nothing is asked. */
  readonly check?: (execution: WorkflowExecution) => Promise<readonly Problem[]> | readonly Problem[];
  readonly ask: () => Promise<EngineAnswer | Refusal>;
  /** A refusal with its place in the arguments. */
  readonly explain?: (refusal: Refusal) => Problem;
}

/** Asks something of open executions; what comes of it shows in their log. */
@Injectable()
export class EngineCalls {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly repository: ExecutionsRepository,
    private readonly starter: ExecutionStarter,
  ) {}

  /** @throws ApiError NOT_FOUND, also for somebody else's. */
  async ask(viewer: Viewer, id: string, call: EngineCall): Promise<ExecutionOutcome> {
    const execution = await this.find(viewer, id, call);
    const shown = execution.userId === viewer.id ? execution : null;
    if (CLOSED.has(execution.status)) return { execution: shown, problems: [closed()] };
    const wrong = (await call.check?.(execution)) ?? [];
    if (wrong.length > 0) return { execution: shown, problems: wrong };
    let answer: EngineAnswer | Refusal = 'done';
    const away = await engineAway(
      async () => {
        answer = await this.started(execution, call.ask);
      },
      {
        severity: 'error',
        message: 'The workflow engine does not answer. Look whether it happened, or try again.',
      },
    );
    const problems = [...away, ...problemsOf(answer, call, execution)];
    return { execution: shown && (await this.executions.get(viewer, id)), problems };
  }

  private async find(viewer: Viewer, id: string, { admits }: EngineCall): Promise<WorkflowExecution> {
    const others = (await admits?.()) ? await this.repository.findAnybodys(id) : null;
    return others ?? this.executions.get(viewer, id);
  }

  /** A pending execution may not have reached Temporal yet: it is started first, unless a step of another starts it. */
  private async started(
    execution: WorkflowExecution,
    ask: EngineCall['ask'],
  ): Promise<EngineAnswer | Refusal> {
    const answer = await ask();
    if (answer !== 'gone' || execution.status !== 'pending' || execution.parentExecutionId !== null)
      return answer;
    return (await this.starter.start(execution)) === 'gone' ? 'gone' : ask();
  }
}

function problemsOf(
  answer: EngineAnswer | Refusal,
  { explain }: EngineCall,
  { status, parentExecutionId }: WorkflowExecution,
): readonly Problem[] {
  if (answer === 'done') return [];
  if (answer === 'gone') {
    return status === 'pending' && parentExecutionId !== null
      ? [callProblem('UNAVAILABLE', '', 'The execution has not started yet. Try again.')]
      : [closed()];
  }
  return [explain?.(answer) ?? callProblem(answer.code, '', answer.message)];
}

function closed(): Problem {
  return callProblem('EXECUTION_CLOSED', '', 'The execution has ended.');
}
