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

export enum ConditionResult {
  TRUE = 'true',
  FALSE = 'false',
  UNKNOWN = 'unknown',
}
registerEnumType(ConditionResult, { name: 'ConditionResult' });

/** The word of the engine as the enum's; a word the API does not know would be a fault of ours. */
export function enumOf<E extends string>(type: Readonly<Record<string, E>>, word: string): E {
  const member = Object.values(type).find((value) => value === word);
  if (member === undefined) throw new Error(`Unknown word: ${word}`);
  return member;
}
