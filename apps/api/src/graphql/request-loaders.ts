import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import {
  CollectionsRepository,
  ExecutionsRepository,
  ExecutionStepsRepository,
  VersionsRepository,
  WorkflowsRepository,
} from '#persistence';
import type { Collection, Workflow, WorkflowExecution, WorkflowStep, WorkflowVersion } from '#persistence';
import type { Viewer } from '../auth/viewer.js';

/** What the fields of many objects of one request need, each read once for all of them. */
export interface RequestLoaders {
  readonly collections: DataLoader<string, Collection | null>;
  readonly documentCounts: DataLoader<string, number>;
  readonly workflows: DataLoader<string, Workflow | null>;
  readonly versions: DataLoader<string, WorkflowVersion | null>;
  readonly executions: DataLoader<string, WorkflowExecution | null>;
  /** By execution, whose owner has been checked by whoever got hold of it. */
  readonly steps: DataLoader<string, readonly WorkflowStep[]>;
}

/** Makes the loaders of one request; collections, workflows and executions only ever load the viewer's own. */
@Injectable()
export class LoadersFactory {
  constructor(
    private readonly collections: CollectionsRepository,
    private readonly workflows: WorkflowsRepository,
    private readonly versions: VersionsRepository,
    private readonly executions: ExecutionsRepository,
    private readonly steps: ExecutionStepsRepository,
  ) {}

  /** A stream lives through many states of what it shows: its loaders bundle reads but remember nothing. */
  create(viewer: Viewer | null, { cache = true } = {}): RequestLoaders {
    const ownerId = viewer?.id ?? null;
    return {
      collections: byId(cache, (ids) => (ownerId ? this.collections.findMany(ownerId, ids) : [])),
      workflows: byId(cache, (ids) => (ownerId ? this.workflows.findMany(ownerId, ids) : [])),
      executions: byId(cache, (ids) => (ownerId ? this.executions.findMany(ownerId, ids) : [])),
      versions: byId(cache, (ids) => this.versions.findMany(ids)),
      documentCounts: new DataLoader(
        async (ids) => {
          const counts = await this.collections.documentCounts(ids);
          return ids.map((id) => counts.get(id) ?? 0);
        },
        { cache },
      ),
      steps: new DataLoader(
        async (ids) => {
          const steps = await this.steps.outlines(ids);
          return ids.map((id) => steps.get(id) ?? []);
        },
        { cache },
      ),
    };
  }
}

function byId<T extends { readonly id: string }>(
  cache: boolean,
  find: (ids: readonly string[]) => Promise<readonly T[]> | readonly T[],
): DataLoader<string, T | null> {
  return new DataLoader(
    async (ids) => {
      const found = new Map((await find(ids)).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
    { cache },
  );
}
