import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Response } from 'express';
import { FaultLog } from './fault-log.js';
import { sendProblem } from './problem-details.js';

/** REST errors become problem+json. GraphQL errors go on to the GraphQL error format. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(private readonly faults: FaultLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    sendProblem(host.switchToHttp().getResponse<Response>(), this.faults.shown(error));
  }
}
