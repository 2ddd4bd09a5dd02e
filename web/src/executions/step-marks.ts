import type { WorkflowDefinition } from '#definition';
import { NO_MARK } from '../canvas/step-mark.js';
import type { StepMark } from '../canvas/step-mark.js';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { factsOf } from './connection-looks.js';
import { countsLine } from './loop-counts.js';
import type { LoopCounts } from './loop-counts.js';
import { isPausedAt } from './paused-paths.js';
import { runLineOf } from './run-line.js';
import type { StepRows } from './step-rows.js';
import { unreadDocuments } from './unread-documents.js';
import { whyOf } from './why-of.js';

export interface Situation {
  readonly definition: WorkflowDefinition;
  readonly rows: StepRows;
  readonly paths: ReadonlyMap<string, string>;
  readonly paused: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, LoopCounts>;
}

/** How the shown instance of a step stands. */
export function markOf({ rows, paths, paused, counts }: Situation, stepId: string): StepMark {
  const path = paths.get(stepId);
  const row = path === undefined ? undefined : rows.at(path);
  const status = row?.status ?? 'PENDING';
  const loop = path === undefined ? undefined : counts.get(path);
  const open = status === 'PENDING' || status === 'RUNNING' || status === 'WAITING' || status === 'BLOCKED';
  return {
    ...NO_MARK,
    warnings: row ? warningsOf(row) : 0,
    run: {
      status,
      line: [loop ? countsLine(loop) : '', row ? runLineOf(row) : ''].filter(Boolean).join(', '),
      why: row ? whyOf(row) : '',
      paused: open && path !== undefined && isPausedAt(paused, path),
    },
  };
}

function warningsOf({ warnings, output }: StepRowFragment): number {
  return warnings.length + (unreadDocuments(factsOf(output)) ? 1 : 0);
}
