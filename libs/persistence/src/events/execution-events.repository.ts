import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ExecutionEventRow } from './execution-event.entity.js';

/** Reads the log of executions; the recorder writes it. */
@Injectable()
export class ExecutionEventsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The events that follow a number, in order; numbers rise by one, so a short page is the end of the log. */
  after(executionId: string, sequence: number, limit: number): Promise<readonly ExecutionEventRow[]> {
    return this.dataSource
      .getRepository(ExecutionEventRow)
      .createQueryBuilder('event')
      .where('event.execution_id = :executionId AND event.sequence > :sequence', { executionId, sequence })
      .orderBy('event.sequence', 'ASC')
      .limit(limit)
      .getMany();
  }
}
