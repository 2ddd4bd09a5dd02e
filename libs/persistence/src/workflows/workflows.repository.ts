import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { isUniqueViolation } from '../unique-violation.js';
import { keysetPage } from '../keyset-page.js';
import type { Page, Window } from '../keyset-page.js';
import { Workflow } from './workflow.entity.js';
import type { WorkflowStatus } from './workflow.entity.js';

export interface WorkflowFilterBy {
  readonly search?: string | null;
  readonly status?: WorkflowStatus | null;
  readonly tag?: string | null;
}

export interface NewWorkflow {
  readonly name: string;
  readonly description: string;
  readonly userId: string;
  readonly collectionId: string | null;
  readonly definition: object;
  readonly tags: readonly string[];
}

export type WorkflowChange = Partial<Omit<NewWorkflow, 'userId'>>;

/** `missing`: not the owner's or gone. `changed`: the draft has another number now. */
export type UpdateOutcome = 'updated' | 'missing' | 'changed' | 'name-taken';

@Injectable()
export class WorkflowsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(ownerId: string, id: string): Promise<Workflow | null> {
    return this.workflows.findOneBy({ id, userId: ownerId });
  }

  findMany(ownerId: string, ids: readonly string[]): Promise<readonly Workflow[]> {
    return this.workflows.findBy({ id: In([...ids]), userId: ownerId });
  }

  /** Last changed first. */
  list(ownerId: string, filter: WorkflowFilterBy, window: Window): Promise<Page<Workflow>> {
    const query = this.workflows
      .createQueryBuilder('workflow')
      .where('workflow.user_id = :ownerId', { ownerId });
    if (filter.status) query.andWhere('workflow.status = :status', { status: filter.status });
    if (filter.tag) query.andWhere('workflow.tags @> ARRAY[:tag]::text[]', { tag: filter.tag });
    if (filter.search) {
      query.andWhere(
        `(workflow.name ILIKE :part OR workflow.description ILIKE :part OR array_to_string(workflow.tags, ' ') ILIKE :part)`,
        { part: `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` },
      );
    }
    return keysetPage(query, 'updatedAt', window);
  }

  /** The names of the owner's workflows that start with the given text. */
  async namesLike(ownerId: string, start: string): Promise<readonly string[]> {
    const rows = await this.workflows
      .createQueryBuilder('workflow')
      .select(['workflow.id', 'workflow.name'])
      .where('workflow.user_id = :ownerId AND starts_with(workflow.name, :start)', { ownerId, start })
      .getMany();
    return rows.map(({ name }) => name);
  }

  /** Null when the owner has one of that name. */
  async insert(workflow: NewWorkflow): Promise<Workflow | null> {
    try {
      const { identifiers } = await this.workflows.insert({ ...workflow, tags: [...workflow.tags] });
      return await this.workflows.findOneByOrFail({ id: String(identifiers[0]?.id) });
    } catch (error) {
      if (isUniqueViolation(error, 'workflows_name_user_id_key')) return null;
      throw error;
    }
  }

  /** Changes the draft and raises its number, only if it is still the expected one. */
  async update(
    ownerId: string,
    id: string,
    change: WorkflowChange,
    expectedVersion: number | null,
  ): Promise<UpdateOutcome> {
    try {
      const query = this.workflows
        .createQueryBuilder()
        .update()
        .set({
          ...change,
          ...(change.tags && { tags: [...change.tags] }),
          version: () => 'version + 1',
        } as object)
        .where('id = :id AND user_id = :ownerId', { id, ownerId });
      if (expectedVersion !== null) query.andWhere('version = :expectedVersion', { expectedVersion });
      const { affected } = await query.execute();
      if (affected) return 'updated';
      return (await this.find(ownerId, id)) ? 'changed' : 'missing';
    } catch (error) {
      if (isUniqueViolation(error, 'workflows_name_user_id_key')) return 'name-taken';
      throw error;
    }
  }

  async archive(ownerId: string, id: string): Promise<boolean> {
    const { affected } = await this.workflows.update({ id, userId: ownerId }, { status: 'archived' });
    return affected === 1;
  }

  /** Executions keep their own copy of the definition; `open`: some of them have not ended. */
  async delete(ownerId: string, id: string): Promise<'deleted' | 'missing' | 'open'> {
    return this.dataSource.transaction(async (manager) => {
      const workflow = await manager.findOne(Workflow, {
        where: { id, userId: ownerId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!workflow) return 'missing';
      const [row] = await manager.query<{ open: boolean }[]>(
        `SELECT EXISTS (SELECT 1 FROM workflow_executions WHERE workflow_id = $1
           AND status NOT IN ('completed', 'failed', 'cancelled')) AS open`,
        [id],
      );
      if (row?.open) return 'open';
      await manager.delete(Workflow, { id });
      return 'deleted';
    });
  }

  private get workflows() {
    return this.dataSource.getRepository(Workflow);
  }
}
