import { branches } from './definitions/branches.js';
import {
  cancelled,
  cancelledBySomebody,
  constructs,
  continued,
  continuedFirst,
  race,
} from './definitions/flow.js';
import { bulk, loopFailures, loops, manyRounds } from './definitions/loops.js';
import type { Recorded } from './definitions/recorded.js';
import { byReference, byReferenceFirst, rerun } from './definitions/reruns.js';
import { scopes, settled } from './definitions/scopes.js';
import * as subWorkflows from './definitions/sub-workflows.js';
import * as waiting from './definitions/waiting.js';

/** By the name of its file in `histories`. */
export const recorded: Readonly<Record<string, Recorded>> = {
  constructs,
  branches,
  cancelled,
  'cancelled-by-somebody': cancelledBySomebody,
  continued,
  'continued-first': continuedFirst,
  loops,
  'loop-failures': loopFailures,
  'many-rounds': manyRounds,
  bulk,
  scopes,
  settled,
  race,
  rerun,
  'by-reference': byReference,
  'by-reference-first': byReferenceFirst,
  blocked: waiting.blocked,
  'given-up': waiting.givenUp,
  decisions: waiting.decisions,
  'paused-at-one-place': waiting.pausedAtOnePlace,
  waiting: waiting.waiting,
  'waiting-continued': waiting.waitingContinued,
  'sub-workflow': subWorkflows.subWorkflow,
  'sub-workflow-cancelled': subWorkflows.subWorkflowCancelled,
  'sub-workflow-continued': subWorkflows.subWorkflowContinued,
  'sub-workflow-continued-first': subWorkflows.subWorkflowContinuedFirst,
  'sub-workflow-continued-child': subWorkflows.subWorkflowContinuedChild,
  'sub-workflow-ended': subWorkflows.subWorkflowEnded,
  'sub-workflow-large': subWorkflows.subWorkflowLarge,
};
