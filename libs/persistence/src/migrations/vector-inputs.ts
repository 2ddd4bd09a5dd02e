import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the model read is kept as a hash beside each vector, so that no text is given to the same model twice. */
export class VectorInputs1764550000004 implements MigrationInterface {
  readonly name = 'VectorInputs1764550000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE chunk_vectors ADD COLUMN input_hash bytea;
      CREATE INDEX chunk_vectors_input_hash_idx ON chunk_vectors (input_hash, model) WHERE input_hash IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE chunk_vectors DROP COLUMN input_hash`);
  }
}
