import { Injectable } from '@nestjs/common';
import { checkInputs } from '#definition';
import type { Viewer } from '../auth/viewer.js';
import { declarationsOf } from './declarations-of.js';
import { ExecutionLaunch } from './execution-launch.js';
import type { StartExecutionInput } from './execution.input.js';
import type { ExecutionOutcome } from './executions.service.js';

/** Starts a workflow over one input. */
@Injectable()
export class ExecutionStarts {
  constructor(private readonly launch: ExecutionLaunch) {}

  start(viewer: Viewer, input: StartExecutionInput): Promise<ExecutionOutcome> {
    return this.launch.begin(viewer, { ...input, asked: input.input }, (version, hasDocuments) => {
      const { values, problems } = checkInputs(declarationsOf(version), input.input, hasDocuments);
      return problems.length > 0 ? { problems } : { inputData: values };
    });
  }
}
