import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Json, Reference } from '#definition';

const compress = promisify(deflate);
const decompress = promisify(inflate);

const SCHEME = 'artifact:';

/** Step outputs too big for history: JSON, compressed, kept once by the hash of its text. */
@Injectable()
export class PostgresArtifactStore {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async put(kind: string, count: number, value: Json): Promise<Reference> {
    const json = Buffer.from(JSON.stringify(value));
    const sha256 = createHash('sha256').update(json).digest('hex');
    await this.dataSource.query(
      `INSERT INTO artifacts (sha256, kind, bytes, content) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [sha256, kind, json.length, await compress(json)],
    );
    return { $ref: `${SCHEME}${sha256}`, kind, count, bytes: json.length, sha256 };
  }

  /** @throws when nothing is kept under the reference. */
  async get(reference: Reference): Promise<Json> {
    const [found] = await this.dataSource.query<{ bytes: number; content: Buffer }[]>(
      `SELECT bytes, content FROM artifacts WHERE sha256 = $1`,
      [reference.sha256],
    );
    if (found === undefined) throw new Error(`There is no artifact ${reference.$ref}`);
    const json = await decompress(found.content, { maxOutputLength: found.bytes + 1 });
    return JSON.parse(json.toString()) as Json;
  }
}
