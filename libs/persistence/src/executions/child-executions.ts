import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkInputs } from '#definition';
import type { JsonObject, Reference, WorkflowDefinition } from '#definition';
import { UnknownExecutionError } from '../recorder/unknown-execution.error.js';
import { isUniqueViolation } from '../unique-violation.js';
import { isUuid } from '../uuid.js';
import { WorkflowVersion } from '../versions/workflow-version.entity.js';
import { Workflow } from '../workflows/workflow.entity.js';
import { documentsAmong } from './documents-among.js';
import { WorkflowExecution } from './workflow-execution.entity.js';

/** What a `sub_workflow` step asks for. */
export interface ChildRequest {
  readonly parentExecutionId: string;
  /** The step's instance path. */
  readonly path: string;
  readonly attempt: number;
  readonly workflowId: string;
  readonly version: number | 'published';
  readonly input: JsonObject;
}

export type ChildAnswer =
  | {
      readonly kind: 'prepared';
      readonly execution: WorkflowExecution;
      /** Of the child's workflow, as it is now. */
      readonly collectionId: string | null;
      /** Workflows it runs within, outermost first. */
      readonly ancestors: readonly string[];
    }
  | { readonly kind: 'refused'; readonly code: ChildRefusalCode; readonly message: string };

export type ChildRefusalCode = 'SUB_WORKFLOW_NOT_FOUND' | 'SUB_WORKFLOW_RECURSION' | 'SUB_WORKFLOW_INPUT';

/** Executions within each other at most. */
const DEEPEST = 8;

/** Executions that run for a step of another one: made once for each attempt of the step, of its owner's workflows. */
@Injectable()
export class ChildExecutions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Idempotent: the same step instance and attempt gives the same execution, whatever was published meanwhile.
   * It is pending, and whoever asked for it starts it.
   * @throws UnknownExecutionError when the parent is not in the database.
   */
  async prepare(request: ChildRequest): Promise<ChildAnswer> {
    const parent = await this.executions.findOneBy({ id: request.parentExecutionId });
    if (!parent) throw new UnknownExecutionError(request.parentExecutionId);
    const ancestors = await this.workflowsAround(parent.id);
    const known = await this.find(request);
    if (known) return this.prepared(known, ancestors);
    const workflow = await this.workflow(parent.userId, request.workflowId);
    const version = workflow && (await this.version(workflow, request.version));
    if (!workflow || !version) return refused('SUB_WORKFLOW_NOT_FOUND', notFound(workflow, request));
    if (ancestors.includes(workflow.id)) {
      const message = `"${workflow.name}" runs around this step already; a workflow cannot run within itself.`;
      return refused('SUB_WORKFLOW_RECURSION', message);
    }
    if (ancestors.length > DEEPEST) {
      const message = `Sub-workflows may be ${DEEPEST} deep at most; "${workflow.name}" would be deeper.`;
      return refused('SUB_WORKFLOW_RECURSION', message);
    }
    const { inputs, name } = version.definition as WorkflowDefinition;
    const { documents, rest } = documentsAmong(inputs, request.input);
    const { values, problems } = checkInputs(inputs, rest, documents.length > 0);
    const wrong = problems.map(({ message }) => message);
    if (documents.length > 1) wrong.push('Only one choice of documents can be given.');
    if (wrong.length > 0) {
      return refused(
        'SUB_WORKFLOW_INPUT',
        `The input does not fit "${name ?? workflow.name}". ${wrong.join(' ')}`,
      );
    }
    const [chosen = null] = documents;
    return this.prepared(await this.insert(request, parent, workflow, version, values, chosen), ancestors);
  }

  private async prepared(
    execution: WorkflowExecution,
    ancestors: readonly string[],
  ): Promise<ChildAnswer & { readonly kind: 'prepared' }> {
    const { userId, workflowId } = execution;
    const workflow = workflowId === null ? null : await this.workflow(userId, workflowId);
    return { kind: 'prepared', execution, collectionId: workflow?.collectionId ?? null, ancestors };
  }

  private async insert(
    request: ChildRequest,
    parent: WorkflowExecution,
    workflow: Workflow,
    version: WorkflowVersion,
    inputData: JsonObject,
    documents: Reference | null,
  ): Promise<WorkflowExecution> {
    const id = randomUUID();
    try {
      await this.executions.insert({
        id,
        userId: parent.userId,
        workflowId: workflow.id,
        versionId: version.id,
        version: version.number,
        definitionHash: version.definitionHash,
        executionName: workflow.name,
        executionGraph: version.definition,
        inputData: inputData as object,
        documents: documents as object | null,
        trigger: 'sub_workflow',
        parentExecutionId: parent.id,
        parentPath: request.path,
        parentAttempt: request.attempt,
      });
      return await this.executions.findOneByOrFail({ id });
    } catch (error) {
      const twin = isUniqueViolation(error, 'workflow_executions_parent_key') && (await this.find(request));
      if (!twin) throw error;
      return twin;
    }
  }

  /** Of the execution and of those it runs within, outermost first. */
  private async workflowsAround(executionId: string): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `WITH RECURSIVE around AS (
         SELECT workflow_id, parent_execution_id, 0 AS level FROM workflow_executions WHERE id = $1
         UNION ALL
         SELECT e.workflow_id, e.parent_execution_id, level + 1
         FROM around JOIN workflow_executions e ON e.id = around.parent_execution_id
       )
       SELECT coalesce(workflow_id::text, '') AS id FROM around ORDER BY level DESC`,
      [executionId],
    );
    return rows.map(({ id }) => id);
  }

  private find({ parentExecutionId, path, attempt }: ChildRequest): Promise<WorkflowExecution | null> {
    return this.executions.findOneBy({ parentExecutionId, parentPath: path, parentAttempt: attempt });
  }

  private async workflow(userId: string, id: string): Promise<Workflow | null> {
    return isUuid(id) ? this.dataSource.getRepository(Workflow).findOneBy({ id, userId }) : null;
  }

  private async version(
    { id: workflowId, status, publishedVersionId }: Workflow,
    wanted: number | 'published',
  ): Promise<WorkflowVersion | null> {
    const versions = this.dataSource.getRepository(WorkflowVersion);
    if (wanted !== 'published')
      return Number.isSafeInteger(wanted) && wanted > 0 && wanted < 2 ** 31
        ? versions.findOneBy({ workflowId, number: wanted })
        : null;
    if (status !== 'published' || publishedVersionId === null) return null;
    return versions.findOneBy({ id: publishedVersionId, workflowId });
  }

  private get executions() {
    return this.dataSource.getRepository(WorkflowExecution);
  }
}

function refused(code: ChildRefusalCode, message: string): ChildAnswer {
  return { kind: 'refused', code, message };
}

function notFound(workflow: Workflow | null, { workflowId, version }: ChildRequest): string {
  if (!workflow) return `There is no workflow ${workflowId.slice(0, 60)}.`;
  return version === 'published'
    ? `The workflow "${workflow.name}" is not published.`
    : `The workflow "${workflow.name}" has no version ${version}.`;
}
