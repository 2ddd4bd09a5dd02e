import { Inject, Injectable } from '@nestjs/common';
import type { WorkflowExecution } from '#persistence';
import type { Settings } from '../config.js';
import { toProblemModel } from '../problems/to-problem-model.js';
import { SETTINGS } from '../settings.js';
import type { ExecutionModel } from './execution.model.js';
import type { ExecutionPayload } from './execution.payload.js';
import type { ExecutionOutcome } from './executions.service.js';
import { temporalLinks } from './temporal-link.js';
import { toExecutionModel } from './to-execution-model.js';

/** Maps executions to their models; only it knows where Temporal's Web UI is. */
@Injectable()
export class ExecutionPresenter {
  readonly model: (execution: WorkflowExecution) => ExecutionModel;

  constructor(@Inject(SETTINGS) settings: Settings) {
    const link = temporalLinks(settings);
    this.model = (execution) => toExecutionModel(execution, link);
  }

  payload({ execution, problems }: ExecutionOutcome): ExecutionPayload {
    return { execution: execution && this.model(execution), problems: problems.map(toProblemModel) };
  }
}
