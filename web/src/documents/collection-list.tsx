import { useMutation } from '@apollo/client/react';
import { ActionIcon, Group, NavLink, Popover, Skeleton, Stack, Text, TextInput, Button } from '@mantine/core';
import { IconFiles, IconFolder, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import { notifyFailure, notifyRefusal } from '../ui/notify.js';
import { CreateCollection } from './documents.operations.js';

interface Properties {
  /** Null while they load. */
  readonly collections:
    readonly { readonly id: string; readonly name: string; readonly documentCount: number }[] | null;
  readonly selected: string | null;
  readonly onSelect: (id: string | null) => void;
}

export function CollectionList({ collections, selected, onSelect }: Properties) {
  return (
    <Stack gap={4} component="nav" aria-label="Collections">
      <Group justify="space-between" h={32}>
        <Text size="xs" fw={650} c="dimmed" component="h2" m={0}>
          Collections
        </Text>
        <NewCollection onCreated={onSelect} />
      </Group>
      <NavLink
        component="button"
        active={selected === null}
        label="All documents"
        leftSection={<IconFiles size={17} stroke={1.6} />}
        style={{ borderRadius: 8 }}
        onClick={() => onSelect(null)}
      />
      {collections === null && <Skeleton height={36} radius="md" />}
      {collections?.map(({ id, name, documentCount }) => (
        <NavLink
          key={id}
          component="button"
          active={selected === id}
          label={name}
          leftSection={<IconFolder size={17} stroke={1.6} />}
          rightSection={
            <Text size="xs" c="dimmed" className="tabular">
              {documentCount}
            </Text>
          }
          style={{ borderRadius: 8 }}
          onClick={() => onSelect(id)}
        />
      ))}
    </Stack>
  );
}

function NewCollection({ onCreated }: { readonly onCreated: (id: string) => void }) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [create, { loading }] = useMutation(CreateCollection, { refetchQueries: ['Collections'] });

  async function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (!name.trim()) return;
    try {
      const { data } = await create({ variables: { input: { name: name.trim() } } });
      const collection = data?.createCollection.collection;
      if (!collection) {
        notifyRefusal('The collection was not created', data?.createCollection.problems ?? []);
        return;
      }
      setOpened(false);
      setName('');
      onCreated(collection.id);
    } catch (error) {
      notifyFailure('The collection was not created', error);
    }
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <ActionIcon
          aria-label="New collection"
          title="New collection"
          onClick={() => setOpened((open) => !open)}
        >
          <IconPlus size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void submit(event)}>
          <Group align="flex-end" gap="xs">
            <TextInput
              label="Name of the collection"
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" loading={loading}>
              Create
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
