import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BulkSettings } from '#definition';
import { isClosed } from '#interpreter';
import { RowResults } from '#persistence';
import type { Viewer } from '../../auth/viewer.js';
import { callProblem } from '../../problems/to-problem-model.js';
import { declarationsOf } from '../declarations-of.js';
import { ExecutionLaunch } from '../execution-launch.js';
import { ExecutionsService } from '../executions.service.js';
import type { ExecutionOutcome } from '../executions.service.js';
import { planOf } from '../plan-of.js';
import { RowErrors } from './bulk.enums.js';
import type { StartBulkExecutionInput } from './bulk.input.js';
import { checkRows } from './check-rows.js';
import { GivenRows } from './given-rows.js';
import { TableOfInputs } from './table-of-inputs.js';

/** Runs a workflow over a table of inputs: one execution, in which each row is a run of its own. */
@Injectable()
export class BulkRuns {
  constructor(
    private readonly executions: ExecutionsService,
    private readonly launch: ExecutionLaunch,
    private readonly given: GivenRows,
    private readonly table: TableOfInputs,
    private readonly results: RowResults,
  ) {}

  /** @throws ApiError NOT_FOUND for a workflow or a document that is not the viewer's. */
  start(viewer: Viewer, input: StartBulkExecutionInput): Promise<ExecutionOutcome> {
    const { rows, rowsText, rowsDocumentId, rowsFormat } = input;
    const bulk: BulkSettings = {
      concurrency: input.concurrency ?? 10,
      itemErrors: { kind: input.itemErrors ?? RowErrors.COLLECT },
    };
    const asked = { rows, rowsText, rowsDocumentId, rowsFormat, bulk };
    return this.launch.begin(viewer, { ...input, asked }, async (version, hasDocuments) => {
      const declarations = declarationsOf(version);
      const read = await this.given.read(viewer, input, declarations);
      if ('problems' in read) return read;
      const checked = checkRows(declarations, read.rows, hasDocuments);
      if (checked.problems.length > 0) return { problems: checked.problems };
      return { inputData: await this.table.keep(checked.rows), bulk };
    });
  }

  /** Rows that failed or did not run, as a new table. @throws ApiError NOT_FOUND, also for somebody else's. */
  async rerunFailed(viewer: Viewer, id: string): Promise<ExecutionOutcome> {
    const earlier = await this.executions.get(viewer, id);
    const { bulk } = earlier;
    if (bulk === null) return refused('NOT_BULK', 'The execution is not over a table of inputs.');
    if (!isClosed(earlier.status))
      return refused('EXECUTION_OPEN', 'The execution has not ended. Wait for its end, or cancel it.');
    const completed = await this.results.completed(id);
    const rows = (await this.table.rowsOf(earlier)).filter((_, row) => !completed.has(row));
    if (rows.length === 0) return refused('NOTHING_FAILED', 'All rows completed.');
    const { plan, problems } = planOf(earlier.executionGraph, bulk);
    if (plan === null) return { execution: null, problems };
    const { workflowId, versionId, version, definitionHash, executionName, executionGraph } = earlier;
    return this.launch.write(
      viewer,
      {
        ...{ id: randomUUID(), userId: viewer.id, workflowId, versionId, version, definitionHash },
        ...{ executionName, executionGraph, documents: earlier.documents, bulk, trigger: 'bulk' },
        ...{ inputData: await this.table.keep(rows), rerunOf: id, idempotencyKey: null, requestHash: null },
      },
      plan,
    );
  }
}

function refused(code: string, message: string): ExecutionOutcome {
  return { execution: null, problems: [callProblem(code, '/id', message)] };
}
