import type { WorkflowDefinition } from '#definition';
import type { WatchedExecutionQuery } from '../../graphql/generated/graphql.js';
import { isClosed } from '../../ui/status.js';
import { PauseButton } from '../pause-button.js';
import { RerunButton } from '../rerun/rerun-button.js';
import type { Citation } from '../result-model.js';
import { BulkSummary } from './bulk-summary.js';
import { isOpenRow } from './row-counts.js';
import { RowPanel } from './row-panel.js';
import type { ShownRow } from './use-shown-row.js';

interface Properties {
  readonly execution: WatchedExecutionQuery['execution'];
  readonly definition: WorkflowDefinition;
  readonly row: ShownRow;
  /** Whether somebody wants to see the row rather than the whole. */
  readonly opened: boolean;
  readonly paused: ReadonlySet<string>;
  readonly onOpen: (path: string) => void;
  readonly onCitation: (citation: Citation) => void;
  readonly onClose: () => void;
  readonly onRerun: () => void;
}

/** Beside the canvas of a run over a table: one row, or the run as a whole. */
export function BulkAside(properties: Properties) {
  const {
    execution,
    definition,
    row: shown,
    opened,
    paused,
    onOpen,
    onCitation,
    onClose,
    onRerun,
  } = properties;
  const { id, status, bulk } = execution;
  if (!opened) return bulk && <BulkSummary execution={execution} bulk={bulk} />;
  const { number, path, row } = shown;
  const closed = isClosed(status);
  return (
    <RowPanel
      number={number}
      row={row}
      definition={definition}
      controls={
        closed ? (
          <RerunButton onClick={onRerun} />
        ) : (
          row !== null &&
          isOpenRow(row.status) && (
            <div>
              <PauseButton executionId={id} path={path} what={`row ${number}`} paused={paused} />
            </div>
          )
        )
      }
      onOpen={onOpen}
      onCitation={onCitation}
      onClose={onClose}
    />
  );
}
