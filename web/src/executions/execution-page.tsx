import { Skeleton, Stack } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { asDefinition } from '../canvas/as-definition.js';
import { DocumentDrawer } from '../documents/document-drawer.js';
import type { OpenedDocument } from '../documents/document-drawer.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { ExecutionCanvas } from './execution-canvas.js';
import { ExecutionHeader } from './execution-header.js';
import { ExecutionPanels } from './execution-panels.js';
import { verdictsIn } from './log-lines.js';
import type { Citation } from './result-model.js';
import { ResultPanel } from './result-panel.js';
import { StepPanel } from './step-panel.js';
import { useExecutionLog } from './use-execution-log.js';
import { useWatchedExecution } from './use-watched-execution.js';
import classes from './execution-page.module.css';

/** One execution, live: its graph, its steps, its log and what came of it. */
export function ExecutionPage() {
  const { id = '' } = useParams();
  const { execution, error, refetch } = useWatchedExecution(id);
  const log = useExecutionLog(id);
  const [selected, setSelected] = useState<string | null>(null);
  const [opened, setOpened] = useState<OpenedDocument | null>(null);
  const definition = useMemo(() => asDefinition(execution?.definition), [execution?.definition]);
  const verdicts = useMemo(() => verdictsIn(log), [log]);
  useDocumentTitle(execution ? `${execution.name} · Sluice` : 'Execution · Sluice');

  if (!execution) {
    return (
      <Stack p="xl" gap="md">
        {error ? (
          <FailureNotice error={error} onRetry={() => void refetch().catch(() => undefined)} />
        ) : (
          <div role="status" aria-label="Loading">
            <Skeleton height={48} mb="md" />
            <Skeleton height={420} />
          </div>
        )}
      </Stack>
    );
  }
  const step = execution.steps.findLast(({ stepId }) => stepId === selected);
  const designed = definition.steps.find(({ id: stepId }) => stepId === selected);
  return (
    <div className={classes.page}>
      <ExecutionHeader execution={execution} />
      <div className={classes.body}>
        <div className={classes.left}>
          <ExecutionCanvas
            key={execution.id}
            definition={definition}
            steps={execution.steps}
            verdicts={verdicts}
            selected={selected}
            onSelect={setSelected}
          />
          <ExecutionPanels execution={execution} log={log} selected={selected} onSelect={setSelected} />
        </div>
        <aside className={classes.right} aria-label={designed ? 'Step' : 'Result'}>
          {designed ? (
            <StepPanel
              step={designed}
              run={step ?? null}
              onClose={() => setSelected(null)}
              onCitation={open}
            />
          ) : (
            <ResultPanel
              execution={execution}
              definition={definition}
              onCitation={open}
              onSelect={setSelected}
            />
          )}
        </aside>
      </div>
      <DocumentDrawer opened={opened} onClose={() => setOpened(null)} />
    </div>
  );

  function open(citation: Citation) {
    setOpened({ documentId: citation.documentId, name: citation.documentName, passage: citation });
  }
}
