import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Log } from '../logging/log.js';
import { ApiError } from './api-error.js';
import { toApiError } from './to-api-error.js';

/** Turns any error into one that a client may see; faults are logged with an id and told by that id only. */
@Injectable()
export class FaultLog {
  constructor(private readonly log: Log) {}

  shown(error: unknown): ApiError {
    const known = toApiError(error);
    if (known) return known;
    const id = randomUUID();
    this.log.error({ fault: id, err: error }, 'unexpected error');
    return new ApiError('INTERNAL', `Something went wrong on our side. The log has it as ${id}.`);
  }
}
