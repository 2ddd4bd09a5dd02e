import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Workflow } from '../workflows/workflow.entity.js';
import { WorkflowVersion } from './workflow-version.entity.js';

export interface Publication {
  readonly definition: object;
  readonly definitionHash: string;
  /** The draft's number that was checked; publishing another draft than that is refused. */
  readonly draft: number;
  readonly note: string | null;
}

@Injectable()
export class VersionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first; the workflow's owner is checked by the caller. */
  list(workflowId: string): Promise<readonly WorkflowVersion[]> {
    return this.versions.find({ where: { workflowId }, order: { number: 'DESC' }, take: 500 });
  }

  findMany(ids: readonly string[]): Promise<readonly WorkflowVersion[]> {
    return this.versions.findBy({ id: In([...ids]) });
  }

  /** The version of a workflow that has exactly this definition. */
  findByHash(workflowId: string, definitionHash: string): Promise<WorkflowVersion | null> {
    return this.versions.findOneBy({ workflowId, definitionHash });
  }

  find(id: string): Promise<WorkflowVersion | null> {
    return this.versions.findOneBy({ id });
  }

  /**
   * Makes the draft the published version. A definition equal to the newest version's adds no new
   * one. `changed`: the draft is no longer the one that was checked.
   */
  async publish(
    ownerId: string,
    workflowId: string,
    publication: Publication,
  ): Promise<'published' | 'missing' | 'changed'> {
    return this.dataSource.transaction(async (manager) => {
      const workflow = await manager.findOne(Workflow, {
        where: { id: workflowId, userId: ownerId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!workflow) return 'missing';
      if (workflow.version !== publication.draft) return 'changed';
      const latest = await manager.findOne(WorkflowVersion, {
        where: { workflowId },
        order: { number: 'DESC' },
      });
      const isSame = latest?.definitionHash === publication.definitionHash;
      const id = isSame
        ? latest.id
        : await this.add(manager, workflowId, (latest?.number ?? 0) + 1, ownerId, publication);
      await manager.update(
        Workflow,
        { id: workflowId, userId: ownerId },
        { status: 'published', publishedVersionId: id, publishedAt: new Date() },
      );
      return 'published';
    });
  }

  private async add(
    manager: DataSource['manager'],
    workflowId: string,
    number: number,
    createdBy: string,
    { definition, definitionHash, note }: Publication,
  ): Promise<string> {
    const { identifiers } = await manager.insert(WorkflowVersion, {
      workflowId,
      number,
      definition,
      definitionHash,
      createdBy,
      note,
    });
    return String(identifiers[0]?.id);
  }

  private get versions() {
    return this.dataSource.getRepository(WorkflowVersion);
  }
}
