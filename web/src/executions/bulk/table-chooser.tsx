import { Button, Group, Loader, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { WorkflowDefinition } from '#definition';
import { fillableInputs } from './match-columns.js';
import { tableOfFile, tableOfText } from './table-source.js';
import type { ChosenTable } from './table-source.js';

interface Properties {
  readonly definition: WorkflowDefinition;
  /** Why what was chosen last is no table. */
  readonly mistake: string | null;
  readonly onChosen: (chosen: ChosenTable) => void;
}

/** Where a table of inputs comes from: a file, or rows that are pasted. */
export function TableChooser({ definition, mistake, onChosen }: Properties) {
  const [from, setFrom] = useState<'file' | 'text'>('file');
  const [text, setText] = useState('');
  const [reading, setReading] = useState(false);
  const names = fillableInputs(definition.inputs);

  async function read(file: File | undefined) {
    if (!file) return;
    setReading(true);
    onChosen(await tableOfFile(file));
    setReading(false);
  }

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          Rows
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="Where the rows come from"
          value={from}
          onChange={setFrom}
          data={[
            { value: 'file', label: 'A file' },
            { value: 'text', label: 'Pasted rows' },
          ]}
        />
      </Group>
      {from === 'file' ? (
        <Dropzone
          multiple={false}
          onDrop={([file]) => void read(file)}
          aria-label="Choose a table"
          radius="lg"
          p="lg"
          inputProps={{ 'data-testid': 'table-input' } as never}
        >
          <Group wrap="nowrap" gap="md" justify="center" style={{ pointerEvents: 'none' }}>
            {reading ? <Loader size={30} /> : <IconTableImport size={34} stroke={1.4} aria-hidden />}
            <div>
              <Text size="sm" fw={600}>
                {reading ? 'Reading the table…' : 'Drop a table here, or click to choose'}
              </Text>
              <Text size="xs" c="dimmed">
                CSV with names in the first line, or JSON lines; up to 50 MiB and 100,000 rows
              </Text>
            </div>
          </Group>
        </Dropzone>
      ) : (
        <>
          <Textarea
            aria-label="Rows"
            autosize
            minRows={6}
            maxRows={12}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
            placeholder={`${names.join(',')}\n…`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            disabled={text.trim() === ''}
            onClick={() => onChosen(tableOfText('Pasted rows', text))}
          >
            Read the rows
          </Button>
        </>
      )}
      {mistake !== null && (
        <Text size="sm" c="red" role="alert">
          {mistake}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        The workflow takes: {names.map((name) => describe(name, definition)).join(', ')}.
      </Text>
    </Stack>
  );
}

/** `question (needed)`, `limit (a number)`. */
function describe(name: string, { inputs }: WorkflowDefinition): string {
  const { type, required } = inputs[name] ?? { type: 'string' };
  const notes = [type === 'string' ? '' : type, required === true ? 'needed' : ''].filter(Boolean);
  return notes.length === 0 ? name : `${name} (${notes.join(', ')})`;
}
