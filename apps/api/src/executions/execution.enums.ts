import { registerEnumType } from '@nestjs/graphql';

export enum ExecutionStatus {
  PENDING = 'pending',
  RUNNING = 'running',
  PAUSED = 'paused',
  WAITING = 'waiting',
  BLOCKED = 'blocked',
  CANCELLING = 'cancelling',
  COMPENSATING = 'compensating',
  COMPLETED = 'completed',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(ExecutionStatus, { name: 'ExecutionStatus' });

export enum StepStatus {
  PENDING = 'pending',
  RUNNING = 'running',
  WAITING = 'waiting',
  BLOCKED = 'blocked',
  COMPLETED = 'completed',
  FAILED = 'failed',
  SKIPPED = 'skipped',
  CANCELLED = 'cancelled',
}
registerEnumType(StepStatus, { name: 'StepStatus' });

export enum EventLevel {
  DEBUG = 'debug',
  INFO = 'info',
  WARNING = 'warning',
  ERROR = 'error',
}
registerEnumType(EventLevel, { name: 'EventLevel' });
