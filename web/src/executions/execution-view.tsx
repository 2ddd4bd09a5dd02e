import { useCallback, useMemo, useState } from 'react';
import { ROWS_STEP } from '#definition';
import { asDefinition } from '../canvas/as-definition.js';
import { DocumentDrawer } from '../documents/document-drawer.js';
import type { OpenedDocument } from '../documents/document-drawer.js';
import type { WatchedExecutionQuery } from '../graphql/generated/graphql.js';
import { isClosed } from '../ui/status.js';
import { BulkAside } from './bulk/bulk-aside.js';
import { RowBar } from './bulk/row-bar.js';
import { useShownRow } from './bulk/use-shown-row.js';
import { ExecutionCanvas } from './execution-canvas.js';
import { ExecutionHeader } from './execution-header.js';
import { ExecutionPanels } from './execution-panels.js';
import { isWithin, roundOfPath, roundPath, stepIdOfPath } from './instance-path.js';
import { verdictsIn } from './log-lines.js';
import { countsLine } from './loop-counts.js';
import { needsIn } from './needs-you.js';
import { NeedsYouNotice } from './needs-you-notice.js';
import { PausedNotice } from './paused-notice.js';
import { pausedPaths } from './paused-paths.js';
import { pausedPlaces } from './paused-places.js';
import { RerunButton } from './rerun/rerun-button.js';
import { RerunDialog } from './rerun/rerun-dialog.js';
import type { Citation } from './result-model.js';
import { ResultPanel } from './result-panel.js';
import { StepPanel } from './step-panel.js';
import { StepPauses } from './step-pauses.js';
import { isOpen } from './step-rows.js';
import { useChildren } from './use-children.js';
import { useExecutionLog } from './use-execution-log.js';
import { useInstances } from './use-instances.js';
import { usePerson } from './use-person.js';
import classes from './execution-page.module.css';

/** One execution: what it needs, its graph, its steps, its log and what came of it. */
export function ExecutionView({ execution }: { readonly execution: WatchedExecutionQuery['execution'] }) {
  const { id, status, sequence, bulk } = execution;
  const log = useExecutionLog(id);
  const [selected, setSelected] = useState<string | null>(null);
  const [rowOpened, setRowOpened] = useState(false);
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  /** Where a rerun that is being thought about starts; null for where it stopped. */
  const [rerun, setRerun] = useState<{ readonly from: string | null } | null>(null);
  const definition = useMemo(() => asDefinition(execution.definition), [execution.definition]);
  const verdicts = useMemo(() => verdictsIn(log), [log]);
  const paused = useMemo(() => pausedPaths(log), [log]);
  const instances = useInstances(execution, definition, bulk ? ROWS_STEP : null);
  const children = useChildren(id, definition, sequence);
  const person = usePerson();
  const closed = isClosed(status);
  const { rows, paths, counts, shown, show, statusOf } = instances;
  const needs = useMemo(() => (closed ? [] : needsIn(rows, person)), [closed, rows, person]);

  /** Shows the instance at a path, also when it stands in a round that is not shown. */
  const open = useCallback(
    (path: string) => {
      show(path);
      const isRow = roundOfPath(path)?.loop === ROWS_STEP;
      setSelected(isRow ? null : stepIdOfPath(path));
      if (isRow) setRowOpened(true);
    },
    [show],
  );

  const step = definition.steps.find(({ id: stepId }) => stepId === selected);
  const row = useShownRow(execution, shown);
  const steps = useMemo(
    () =>
      row === null
        ? execution.steps
        : rows.all.filter(({ path }) => path !== row.path && isWithin(path, row.path)),
    [execution.steps, row?.path, rows],
  );
  const path = (step && paths.get(step.id)) ?? null;
  const count = path === null ? undefined : counts.get(path);
  const round = path === null ? undefined : shown.get(path);
  return (
    <div className={classes.page}>
      <ExecutionHeader
        execution={execution}
        rows={rows}
        table={row}
        onRerun={() => setRerun({ from: null })}
      />
      <NeedsYouNotice needs={needs} onOpen={open} />
      <PausedNotice
        executionId={id}
        places={closed ? [] : pausedPlaces(paused, definition, isOpenAt)}
        onOpen={open}
      />
      <div className={classes.body}>
        <div className={classes.left}>
          {row && (
            <RowBar
              number={row.number}
              total={row.total}
              status={row.row?.status ?? null}
              onChoose={(number) => show(roundPath(ROWS_STEP, number - 1))}
              onDetails={() => open(row.path)}
            />
          )}
          <ExecutionCanvas
            definition={definition}
            instances={instances}
            paused={closed ? nothingPaused : paused}
            verdicts={verdicts}
            selected={selected}
            onSelect={setSelected}
          />
          <ExecutionPanels
            execution={execution}
            steps={steps}
            omitted={row === null ? execution.stepsOmitted : 0}
            row={row?.number ?? null}
            definition={definition}
            log={log}
            selected={path}
            onOpen={open}
          />
        </div>
        <aside className={classes.right} aria-label={step ? 'Step' : row && rowOpened ? 'Row' : 'Result'}>
          {step ? (
            <StepPanel
              key={step.id}
              executionId={id}
              step={step}
              path={path}
              attempts={path === null ? [] : rows.attempts(path)}
              counts={count ? countsLine(count) : ''}
              child={children.find(({ parentPath }) => parentPath === path) ?? null}
              controls={
                path !== null &&
                (closed ? (
                  <RerunButton onClick={() => setRerun({ from: path })} />
                ) : (
                  <StepPauses
                    executionId={id}
                    path={path}
                    container={step.type === 'loop' || step.type === 'try' ? step.type : null}
                    shownRound={round === undefined ? null : roundPath(path, round)}
                    isOpen={isOpenAt}
                    paused={paused}
                  />
                ))
              }
              onClose={() => setSelected(null)}
              onCitation={openCitation}
            />
          ) : row ? (
            <BulkAside
              execution={execution}
              definition={definition}
              row={row}
              opened={rowOpened}
              paused={paused}
              onOpen={open}
              onCitation={openCitation}
              onClose={() => setRowOpened(false)}
              onRerun={() => setRerun({ from: row.path })}
            />
          ) : (
            <ResultPanel
              execution={execution}
              definition={definition}
              onCitation={openCitation}
              onOpen={open}
            />
          )}
        </aside>
      </div>
      <DocumentDrawer opened={opened} onClose={() => setOpened(null)} />
      {rerun && (
        <RerunDialog
          execution={execution}
          definition={definition}
          rows={rows}
          from={rerun.from}
          onClose={() => setRerun(null)}
        />
      )}
    </div>
  );

  function isOpenAt(at: string): boolean {
    const round = roundOfPath(at);
    const known = round ? statusOf(round.loop, round.index) : (rows.at(at)?.status ?? 'PENDING');
    return known !== null && isOpen(known);
  }

  function openCitation(citation: Citation) {
    setOpened({ documentId: citation.documentId, name: citation.documentName, passage: citation });
  }
}

const nothingPaused: ReadonlySet<string> = new Set();
