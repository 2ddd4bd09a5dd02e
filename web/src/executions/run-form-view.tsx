import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { JsonObject } from '#definition';
import { useUploadQueue } from '../documents/upload-queue.js';
import { DocumentChoice } from './document-choice.js';
import { readForm } from './run-form-model.js';
import type { FieldValues, RunForm } from './run-form-model.js';
import { RunFieldView } from './run-field-view.js';
import classes from './run-form-view.module.css';

interface Properties {
  readonly form: RunForm;
  readonly version: number;
  /** Whether the workflow was changed after that version. */
  readonly outdated: boolean;
  readonly collectionId: string | null;
  readonly onCancel: () => void;
  readonly onRun: (input: JsonObject, documentIds: readonly string[]) => Promise<void>;
}

export function RunFormView({ form, version, outdated, collectionId, onCancel, onRun }: Properties) {
  const [values, setValues] = useState<FieldValues>(() =>
    Object.fromEntries(form.fields.map(({ name, initial }) => [name, initial])),
  );
  const [mistakes, setMistakes] = useState<Readonly<Record<string, string>>>({});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [all, setAll] = useState(true);
  const [busy, setBusy] = useState(false);
  const queue = useUploadQueue(
    collectionId,
    useCallback(() => undefined, []),
  );
  const uploaded = queue.uploads.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  const documentIds = all ? [] : [...new Set([...uploaded, ...chosen])];
  const noDocuments = form.documents !== 'none' && !all && documentIds.length === 0;

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    const read = readForm(form.fields, values);
    setMistakes(read.mistakes);
    if (Object.keys(read.mistakes).length > 0 || queue.busy || noDocuments) return;
    setBusy(true);
    await onRun(read.input, documentIds);
    setBusy(false);
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        {form.fields.map((field, index) => (
          <RunFieldView
            key={field.name}
            field={field}
            focused={index === 0}
            value={values[field.name] ?? ''}
            mistake={mistakes[field.name] ?? null}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        {form.documents !== 'none' && (
          <DocumentChoice
            collectionId={collectionId}
            all={all}
            onAll={setAll}
            chosen={chosen}
            onChosen={setChosen}
            queue={queue}
          />
        )}
        <Group justify="space-between" className={classes.foot}>
          <Text size="xs" c="dimmed">
            Runs the published version {version}
            {outdated ? ', without the changes made since.' : '.'}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              Cancel
            </Button>
            <Button
              type="submit"
              leftSection={<IconPlayerPlay size={16} />}
              loading={busy}
              disabled={queue.busy || noDocuments}
            >
              {queue.busy ? 'Uploading…' : 'Run'}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
