import { defineSearchAttributeKey } from '@temporalio/common';
import type { Actor, ChildOutcome } from '#interpreter';

/** The one workflow type: a generic interpreter of definitions. */
export const WORKFLOW_TYPE = 'execution';

/** Semantics of the interpreter that an execution was started with; raised when old histories need the old ones. */
export const ENGINE_VERSION = 1;

/** Task queues by resource, so that each can have worker processes of its own. */
export const TASK_QUEUES = { interpreter: 'interpreter', io: 'io', cpu: 'cpu' } as const;

export type TaskQueue = (typeof TASK_QUEUES)[keyof typeof TASK_QUEUES];

/** An execution's Temporal workflow id. */
export function temporalWorkflowId(executionId: string): string {
  return `execution-${executionId}`;
}

export const PAUSE_SIGNAL = 'pause';
export const RESUME_SIGNAL = 'resume';

/** Argument of both signals; `path` empty means the whole execution. */
export interface PauseSignal {
  readonly path: string;
  readonly actor?: Actor | null;
  /** From the execution that this one runs in, for all of it. */
  readonly withParent?: boolean;
}

/** Says who is about to ask Temporal for the cancellation, which names nobody. */
export const CANCELLER_SIGNAL = 'canceller';

export interface CancellerSignal {
  readonly actor: Actor;
}

/** Asks an execution that runs for a step of ours to tell its end by a signal: this run is not the one that started it. */
export const REPORT_SIGNAL = 'report';

/** Sent to an execution when one that runs for a step of it has ended, by that one if it was asked to, else by whoever finds it. */
export const CHILD_ENDED_SIGNAL = 'child-ended';

export interface ChildEndedSignal {
  /** Of the step it ran for. */
  readonly path: string;
  readonly attempt: number;
  readonly outcome: ChildOutcome;
}

/** Registered on the namespace at start-up; run level only, never touched per step. */
export const SEARCH_ATTRIBUTES = {
  SluiceWorkflowId: 'Keyword',
  SluiceVersion: 'Int',
  SluiceOwner: 'Keyword',
  SluiceStatus: 'Keyword',
} as const;

/** The same as typed keys, for starting, upserting and reading. */
export const SEARCH_KEYS = {
  workflowId: defineSearchAttributeKey('SluiceWorkflowId', 'KEYWORD'),
  version: defineSearchAttributeKey('SluiceVersion', 'INT'),
  owner: defineSearchAttributeKey('SluiceOwner', 'KEYWORD'),
  status: defineSearchAttributeKey('SluiceStatus', 'KEYWORD'),
};
