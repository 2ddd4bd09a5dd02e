import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definitionCheck } from './initial/definition-check.js';
import { documentTables } from './initial/document-tables.js';
import { executionTables } from './initial/execution-tables.js';
import { peopleTables } from './initial/people-tables.js';
import { workflowTables } from './initial/workflow-tables.js';

/** The first schema. Written by hand; a test proves that it is what the entities say. */
export class Initial1764000000000 implements MigrationInterface {
  readonly name = 'Initial1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [definitionCheck, peopleTables, documentTables, workflowTables, executionTables]) {
      await runner.query(sql);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE execution_events, workflow_conditions, workflow_variables, workflow_steps, workflow_executions,
        workflow_versions, workflows, artifacts, chunk_vectors, chunks, chunk_sets, extractions, documents,
        blob_parts, blobs, collections, sessions, users;
      DROP FUNCTION refuse_change();
      DROP FUNCTION is_workflow_definition(jsonb);
    `);
  }
}
