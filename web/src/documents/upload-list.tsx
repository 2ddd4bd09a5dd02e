import { ActionIcon, Group, Progress, ScrollArea, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconFile, IconX } from '@tabler/icons-react';
import { formatBytes, plural } from '../ui/format.js';
import type { Upload } from './upload-queue.js';

interface Properties {
  readonly uploads: readonly Upload[];
  readonly onDismiss: (key: number) => void;
}

/** Files on their way: how far each is, and why one failed. */
export function UploadList({ uploads, onDismiss }: Properties) {
  if (uploads.length === 0) return null;
  const done = uploads.filter(({ state }) => state === 'done').length;
  return (
    <Stack gap={6}>
      {uploads.length > 5 && (
        <Text size="xs" c="dimmed" role="status" className="tabular">
          {done} of {plural(uploads.length, 'file')} uploaded
        </Text>
      )}
      <ScrollArea.Autosize mah={170} type="auto" offsetScrollbars="present">
        <Uploads uploads={uploads} onDismiss={onDismiss} />
      </ScrollArea.Autosize>
    </Stack>
  );
}

function Uploads({ uploads, onDismiss }: Properties) {
  return (
    <Stack gap={6} role="list" aria-label="Uploads">
      {uploads.map((upload) => (
        <Group key={upload.key} role="listitem" wrap="nowrap" gap="sm">
          <UploadIcon state={upload.state} />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <Text size="sm" truncate title={upload.name}>
                {upload.name}
              </Text>
              <Text size="xs" c="dimmed" style={{ flexShrink: 0 }} className="tabular">
                {upload.state === 'sending' ? `${Math.round(upload.share * 100)} % of ` : ''}
                {formatBytes(upload.bytes)}
              </Text>
            </Group>
            {upload.state === 'sending' && (
              <Progress size="xs" value={upload.share * 100} aria-label={`Uploading ${upload.name}`} />
            )}
            {upload.reason !== null && (
              <Text size="xs" c="red">
                {upload.reason}
              </Text>
            )}
          </div>
          <ActionIcon
            aria-label={`Take ${upload.name} off the list`}
            disabled={upload.state === 'sending' || upload.state === 'waiting'}
            onClick={() => onDismiss(upload.key)}
          >
            <IconX size={15} />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}

function UploadIcon({ state }: { readonly state: Upload['state'] }) {
  if (state === 'done')
    return <IconCircleCheck size={18} color="var(--mantine-color-teal-6)" aria-label="Uploaded" />;
  if (state === 'failed')
    return <IconAlertTriangle size={18} color="var(--mantine-color-red-6)" aria-label="Failed" />;
  return <IconFile size={18} stroke={1.5} aria-label={state === 'sending' ? 'Uploading' : 'Waiting'} />;
}
