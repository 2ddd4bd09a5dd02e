import { Injectable } from '@nestjs/common';
import type { Problem } from '#definition';
import type { Control } from '#interpreter';
import { ApprovalsRepository } from '#persistence';
import type { WorkflowExecution } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import { ExecutionEngine } from '../temporal/execution-engine.js';
import { actorOf } from './actor-of.js';
import { checkConfiguration } from './check-configuration.js';
import { sentObject, sentValue } from './check-sent-value.js';
import { EngineCalls } from './engine-calls.js';
import type { EngineCall } from './engine-calls.js';
import type { ExecutionOutcome } from './executions.service.js';
import { refusalProblem } from './refusal-problem.js';

type Check = (execution: WorkflowExecution) => readonly Problem[];

/**
 * What people decide while an execution waits for them. Each is a Temporal Update: the execution itself says
 * whether it can be done as things stand, and has done it when the answer comes.
 */
@Injectable()
export class ExecutionDecisions {
  constructor(
    private readonly calls: EngineCalls,
    private readonly approvals: ApprovalsRepository,
    private readonly engine: ExecutionEngine,
  ) {}

  retryStep(viewer: Viewer, id: string, path: string, given: unknown): Promise<ExecutionOutcome> {
    const { value: configuration, problems } = sentObject(given, 'configuration');
    const actor = actorOf(viewer);
    return this.decide(
      viewer,
      id,
      { kind: 'retry-step', path, configuration, actor },
      ({ executionGraph }) =>
        problems.length > 0 ? problems : checkConfiguration(executionGraph, path, configuration),
    );
  }

  skipStep(viewer: Viewer, id: string, path: string, given: unknown): Promise<ExecutionOutcome> {
    const { value: output, problems } = sentObject(given, 'output');
    return this.decide(
      viewer,
      id,
      { kind: 'skip-step', path, output, actor: actorOf(viewer) },
      () => problems,
    );
  }

  giveUpStep(viewer: Viewer, id: string, path: string): Promise<ExecutionOutcome> {
    return this.decide(viewer, id, { kind: 'give-up-step', path, actor: actorOf(viewer) });
  }

  /** Those whom the step names may decide, whoever's execution it is; they are shown nothing else of it. */
  approve(
    viewer: Viewer,
    id: string,
    path: string,
    { approved, comment }: { readonly approved: boolean; readonly comment: string | null },
  ): Promise<ExecutionOutcome> {
    const control: Control = { kind: 'approve', path, approved, comment, actor: actorOf(viewer) };
    const admits = () => this.approvals.asks(viewer, id, path);
    return this.decide(viewer, id, control, () => sentValue(comment, 'comment').problems, { admits });
  }

  /** `path` null means every step that waits for the event. */
  sendEvent(
    viewer: Viewer,
    id: string,
    name: string,
    event: { readonly payload: unknown; readonly path: string | null },
  ): Promise<ExecutionOutcome> {
    const { value: payload, problems } = sentValue(event.payload, 'payload');
    const control: Control = { kind: 'send-event', name, path: event.path, payload, actor: actorOf(viewer) };
    return this.decide(viewer, id, control, () => problems);
  }

  setVariable(
    viewer: Viewer,
    id: string,
    variable: { readonly scopePath: string; readonly name: string; readonly value: unknown },
  ): Promise<ExecutionOutcome> {
    const { value, problems } = sentValue(variable.value, 'value');
    const { scopePath, name } = variable;
    const control: Control = { kind: 'set-variable', scopePath, name, value, actor: actorOf(viewer) };
    return this.decide(viewer, id, control, () => problems);
  }

  private decide(
    viewer: Viewer,
    id: string,
    control: Control,
    check: Check = () => [],
    more: Pick<EngineCall, 'admits'> = {},
  ): Promise<ExecutionOutcome> {
    return this.calls.ask(viewer, id, {
      ...more,
      check,
      ask: () => this.engine.decide(id, control),
      explain: (refusal) => refusalProblem(refusal, control),
    });
  }
}
