import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people store for their steps to prove who they are to other systems. */
export class Secrets1764500000000 implements MigrationInterface {
  readonly name = 'Secrets1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE secrets (
        id uuid CONSTRAINT secrets_pkey PRIMARY KEY DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL CONSTRAINT secrets_user_id_fkey REFERENCES users (id) ON DELETE CASCADE,
        name text NOT NULL,
        header text NOT NULL,
        hosts text[] NOT NULL,
        ciphertext bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT secrets_user_id_name_key UNIQUE (user_id, name)
      );
      CREATE INDEX secrets_user_id_idx ON secrets (user_id, created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE secrets`);
  }
}
