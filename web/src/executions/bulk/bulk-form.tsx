import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { WorkflowDefinition } from '#definition';
import { useUploadQueue } from '../../documents/upload-queue.js';
import { fileNameOf } from '../../ui/download.js';
import { plural } from '../../ui/format.js';
import { DocumentChoice } from '../document-choice.js';
import type { PublishedWorkflow } from '../run-dialog.js';
import { runFormOf } from '../run-form-model.js';
import classes from '../run-form-view.module.css';
import { BulkSettingsFields } from './bulk-settings-fields.js';
import { checkTable } from './check-table.js';
import { ColumnMatches } from './column-matches.js';
import { fillableInputs, matchColumns } from './match-columns.js';
import type { ColumnMatches as Matches } from './match-columns.js';
import { RowMistakes } from './row-mistakes.js';
import { TableChooser } from './table-chooser.js';
import { TablePreview } from './table-preview.js';
import type { ChosenTable } from './table-source.js';
import { useStartBulk } from './use-start-bulk.js';
import type { BulkSettings } from './use-start-bulk.js';

interface Properties {
  readonly workflow: PublishedWorkflow;
  readonly definition: WorkflowDefinition;
  readonly onClose: () => void;
}

const usual: BulkSettings = { concurrency: 10, itemErrors: 'COLLECT', name: '' };
const noMatches: Matches = new Map();

/** Asks for a table of inputs, shows what will be run, and starts it: once for each row. */
export function BulkForm({ workflow, definition, onClose }: Properties) {
  const { inputs: declarations } = definition;
  const [chosen, setChosen] = useState<ChosenTable | null>(null);
  const [matches, setMatches] = useState(noMatches);
  const [settings, setSettings] = useState(usual);
  const [documents, setDocuments] = useState<readonly string[]>([]);
  const [all, setAll] = useState(true);
  const queue = useUploadQueue(
    workflow.collectionId,
    useCallback(() => undefined, []),
  );
  const { busy, refusal, startBulk } = useStartBulk(onClose);
  const table = chosen && 'table' in chosen ? chosen.table : null;
  const checked = useMemo(
    () => table && checkTable(table, matches, declarations),
    [table, matches, declarations],
  );
  const asksDocuments = useMemo(() => runFormOf(definition, {}).documents !== 'none', [definition]);
  const uploaded = queue.uploads.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  const documentIds = all ? [] : [...new Set([...uploaded, ...documents])];
  const filled = fillableInputs(declarations).filter((name) => [...matches.values()].includes(name));
  const ready =
    checked !== null &&
    checked.mistakes.length === 0 &&
    !queue.busy &&
    (!asksDocuments || all || documentIds.length > 0);

  function choose(next: ChosenTable) {
    setChosen(next);
    setMatches('table' in next ? matchColumns(next.table.columns, declarations) : noMatches);
  }

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (!ready || !chosen) return;
    const source = fileNameOf(chosen.name.replace(/\.\w+$/, ''));
    await startBulk({ ...settings, workflowId: workflow.id, inputs: checked.inputs, documentIds, source });
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {table === null || checked === null || chosen === null ? (
          <TableChooser
            definition={definition}
            mistake={chosen && 'mistake' in chosen ? `${chosen.name}: ${chosen.mistake}` : null}
            onChosen={choose}
          />
        ) : (
          <>
            <Text size="sm">
              <b>{chosen.name}</b>: {plural(table.rows.length, 'row')},{' '}
              {plural(table.columns.length, 'column')}
              {' · '}
              <Anchor component="button" type="button" inherit onClick={() => setChosen(null)}>
                Choose another table
              </Anchor>
            </Text>
            <ColumnMatches
              table={table}
              declarations={declarations}
              matches={matches}
              onChange={setMatches}
            />
            <RowMistakes mistakes={checked.mistakes} />
            {filled.length > 0 && <TablePreview table={table} checked={checked} inputs={filled} />}
          </>
        )}
        {asksDocuments && (
          <DocumentChoice
            collectionId={workflow.collectionId}
            all={all}
            onAll={setAll}
            chosen={documents}
            onChosen={setDocuments}
            queue={queue}
          />
        )}
        <BulkSettingsFields settings={settings} onChange={setSettings} />
        {refusal.length > 0 && (
          <Alert
            color="red"
            variant="light"
            role="alert"
            icon={<IconAlertTriangle size={18} />}
            title="Not started"
          >
            {refusal.map(({ message }, index) => (
              <div key={index}>{message}</div>
            ))}
          </Alert>
        )}
        <Group justify="space-between" className={classes.foot}>
          <Text size="xs" c="dimmed">
            Runs the published version {workflow.version} once for each row
            {workflow.outdated ? ', without the changes made since.' : '.'}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" leftSection={<IconPlayerPlay size={16} />} loading={busy} disabled={!ready}>
              {queue.busy ? 'Uploading…' : table ? `Run ${plural(table.rows.length, 'row')}` : 'Run the rows'}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
