import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CollectionsRepository, DocumentIntake } from '#persistence';
import type { User } from '#persistence';
import type { Viewer } from '../auth/viewer.js';
import type { Settings } from '../config.js';
import { Log } from '../logging/log.js';
import { SETTINGS } from '../settings.js';
import { WorkflowsService } from '../workflows/workflows.service.js';

const COLLECTION = { name: 'Sample documents', description: 'A few documents to try a workflow on.' };
const WORKFLOW = {
  name: 'Ask my documents',
  file: 'ask-documents.yaml',
  description: 'Answers a question from the documents, with its sources.',
};

/** What a newcomer finds: some documents, and a published workflow that answers questions about them. */
@Injectable()
export class Sample {
  constructor(
    private readonly collections: CollectionsRepository,
    private readonly intake: DocumentIntake,
    private readonly workflows: WorkflowsService,
    private readonly log: Log,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Called once for a database. A sample that cannot be planted does not keep the product from starting. */
  async plant(owner: User): Promise<void> {
    const folder = this.settings.SLUICE_SAMPLES_DIR;
    if (folder === undefined) return;
    try {
      const { id } = await this.collections.insert(owner.id, COLLECTION);
      await this.addDocuments(owner, id, join(folder, 'documents'));
      await this.addWorkflow(owner, id, join(folder, WORKFLOW.file));
    } catch (error) {
      this.log.error({ err: error, folder }, 'the sample could not be made');
    }
  }

  private async addDocuments(owner: User, collectionId: string, folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && !/^(\.|README)/.test(entry.name))
      .map(({ name }) => name);
    for (const name of files.sort()) {
      const content = createReadStream(join(folder, name)) as AsyncIterable<Uint8Array>;
      const document = { name: basename(name), collectionId, source: 'sample' };
      await this.intake.add(owner.id, document, content, this.settings.SLUICE_UPLOAD_FILE_BYTES);
    }
  }

  private async addWorkflow(owner: User, collectionId: string, file: string): Promise<void> {
    const viewer: Viewer = { id: owner.id, email: owner.email, role: owner.role, until: new Date() };
    const definition = await readFile(file, 'utf8');
    const { name, description } = WORKFLOW;
    const created = await this.workflows.create(viewer, {
      name,
      description,
      definition,
      collectionId,
      tags: ['sample'],
    });
    const published = created.workflow && (await this.workflows.publish(viewer, created.workflow.id, null));
    const problems = published?.problems ?? created.problems;
    if (published?.workflow?.status !== 'published')
      this.log.error({ file, problems }, 'the sample workflow has errors');
  }
}
