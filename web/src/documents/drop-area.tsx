import { Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconCloudUpload } from '@tabler/icons-react';

interface Properties {
  readonly onFiles: (files: readonly File[]) => void;
  readonly compact?: boolean;
}

/** Where files are dropped, or chosen by click or key. */
export function DropArea({ onFiles, compact = false }: Properties) {
  return (
    <Dropzone
      onDrop={(files) => onFiles(files)}
      aria-label="Add documents"
      radius="lg"
      p={compact ? 'sm' : 'md'}
      inputProps={{ 'data-testid': 'file-input' } as never}
    >
      <Group wrap="nowrap" gap="md" justify="center" style={{ pointerEvents: 'none' }}>
        <IconCloudUpload size={compact ? 26 : 34} stroke={1.4} aria-hidden />
        <div>
          <Text size="sm" fw={600}>
            Drop files here, or click to choose
          </Text>
          <Text size="xs" c="dimmed">
            PDF, Word, Excel, PowerPoint, e-mail, EPUB, HTML, text and more, up to 50 MiB each
          </Text>
        </div>
      </Group>
    </Dropzone>
  );
}
