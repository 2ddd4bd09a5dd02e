import { Injectable } from '@nestjs/common';
import { ROWS_INPUT } from '#definition';
import type { Json, JsonObject, Reference } from '#definition';
import { PostgresStores } from '#persistence';
import type { WorkflowExecution } from '#persistence';
import { CARRIED_BY_VALUE_BYTES, jsonBytes } from '#temporal/contract';

type Rows = readonly JsonObject[];

/** The rows of an execution: within its input while they are few, else kept beside it. */
@Injectable()
export class TableOfInputs {
  constructor(private readonly stores: PostgresStores) {}

  async keep(rows: Rows): Promise<JsonObject> {
    if (jsonBytes(rows) <= CARRIED_BY_VALUE_BYTES) return { [ROWS_INPUT]: rows };
    const reference = await this.stores.artifacts.put('json', rows.length, rows);
    return { [ROWS_INPUT]: { ...reference } };
  }

  async rowsOf({ inputData }: WorkflowExecution): Promise<Rows> {
    const kept = (inputData as JsonObject)[ROWS_INPUT] as Json;
    const rows = Array.isArray(kept)
      ? (kept as readonly Json[])
      : await this.stores.artifacts.get(kept as unknown as Reference);
    return rows as unknown as Rows;
  }
}
