import { useQuery } from '@apollo/client/react';
import {
  Checkbox,
  Group,
  ScrollArea,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Documents } from '../documents/documents.operations.js';
import { DropArea } from '../documents/drop-area.js';
import { UploadList } from '../documents/upload-list.js';
import type { UploadQueue } from '../documents/upload-queue.js';
import { formatBytes, plural } from '../ui/format.js';

interface Properties {
  readonly collectionId: string | null;
  /** Whether the run reads everything of the collection. */
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
  readonly chosen: readonly string[];
  readonly onChosen: (ids: readonly string[]) => void;
  readonly queue: UploadQueue;
}

/** Which documents a run reads: all of the collection, or dropped and chosen ones. */
export function DocumentChoice({ collectionId, all, onAll, chosen, onChosen, queue }: Properties) {
  const [search, setSearch] = useState('');
  const { data, loading } = useQuery(Documents, {
    variables: { collectionId, first: 100 },
    fetchPolicy: 'cache-and-network',
  });
  const uploaded = new Set(queue.uploads.map(({ documentId }) => documentId));
  const documents = (data?.documents.nodes ?? []).filter(({ id }) => !uploaded.has(id));
  const fitting = documents.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const total = data?.documents.totalCount ?? 0;

  function toggle(id: string, on: boolean) {
    onChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id));
  }

  return (
    <Stack gap="xs" role="group" aria-label="Documents">
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          Documents
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="Which documents"
          value={all ? 'all' : 'some'}
          onChange={(value) => onAll(value === 'all')}
          data={[
            { value: 'all', label: data ? `All of the collection (${total})` : 'All of the collection' },
            { value: 'some', label: 'Only these' },
          ]}
        />
      </Group>
      <DropArea
        compact
        onFiles={(files) => {
          onAll(false);
          queue.add(files);
        }}
      />
      <UploadList uploads={queue.uploads} onDismiss={queue.dismiss} />
      {!all && (
        <Stack gap={6}>
          {documents.length > 0 && (
            <Text size="xs" c="dimmed">
              Already in the collection
            </Text>
          )}
          {documents.length > 6 && (
            <TextInput
              size="xs"
              aria-label="Search documents"
              placeholder="Search by name"
              leftSection={<IconSearch size={14} />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          {loading && !data && <Skeleton height={60} />}
          <ScrollArea.Autosize mah={170} type="auto">
            <Stack gap={4} py={2}>
              {fitting.map(({ id, name, byteCount, status }) => (
                <Checkbox
                  key={id}
                  size="sm"
                  checked={chosen.includes(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                  label={
                    <>
                      {name}{' '}
                      <Text span size="xs" c="dimmed">
                        {formatBytes(byteCount)}
                        {status === 'FAILED' && ' · could not be read'}
                      </Text>
                    </>
                  }
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          {chosen.length + uploaded.size === 0 && (
            <Text size="xs" c="dimmed">
              Drop or choose at least one document.
            </Text>
          )}
          {chosen.length > 0 && (
            <Text size="xs" c="dimmed">
              {plural(chosen.length, 'document')} chosen of {plural(documents.length, 'document')}
            </Text>
          )}
        </Stack>
      )}
    </Stack>
  );
}
