import { cancelled, constructs, continued, race } from './definitions/flow.js';
import { loops, manyRounds } from './definitions/loops.js';
import type { Recorded } from './definitions/recorded.js';
import { scopes } from './definitions/scopes.js';
import { subWorkflow, subWorkflowCancelled } from './definitions/sub-workflows.js';
import { blocked, waiting, waitingContinued } from './definitions/waiting.js';

/** By the name of its file in `histories`. */
export const recorded: Readonly<Record<string, Recorded>> = {
  constructs,
  cancelled,
  continued,
  loops,
  'many-rounds': manyRounds,
  scopes,
  race,
  blocked,
  waiting,
  'waiting-continued': waitingContinued,
  'sub-workflow': subWorkflow,
  'sub-workflow-cancelled': subWorkflowCancelled,
};
