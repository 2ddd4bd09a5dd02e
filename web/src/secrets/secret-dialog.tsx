import { Alert, Button, Group, Modal, PasswordInput, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SyntheticEvent } from 'react';
import type { SecretRowFragment } from '../graphql/generated/graphql.js';
import { useStoreSecret } from './use-store-secret.js';

interface Properties {
  /** The one to replace; null for a new one. */
  readonly current: SecretRowFragment | null;
  readonly onClose: () => void;
}

/** Stores a secret: a new one, or another value under a name that is there. */
export function SecretDialog({ current, onClose }: Properties) {
  const [name, setName] = useState(current?.name ?? '');
  const [header, setHeader] = useState(current?.header ?? 'authorization');
  const [value, setValue] = useState('');
  const [hosts, setHosts] = useState<readonly string[]>(current?.hosts ?? []);
  const { store, storing, complaints } = useStoreSecret(current, onClose);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    store(name.trim(), { header: header.trim(), value, hosts: [...hosts] });
  }

  return (
    <Modal opened onClose={onClose} title={current ? `Replace “${current.name}”` : 'Add a secret'}>
      <form onSubmit={submit} autoComplete="off">
        <Stack gap="md">
          {!current && (
            <TextInput
              label="Name"
              description="What steps call it: letters, digits, “_”, “.” and “-”."
              required
              maxLength={100}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          <TextInput
            label="Header"
            description="The header of the request that carries it."
            required
            maxLength={200}
            value={header}
            onChange={(event) => setHeader(event.currentTarget.value)}
          />
          <PasswordInput
            label="Value"
            description="All that stands in the header, for example Bearer and the token."
            required
            minLength={8}
            maxLength={4_096}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the value' }}
            {...(current && { 'data-autofocus': true })}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <TagsInput
            label="Sent to"
            description="Hosts that may see it, each followed by Enter: api.example.org."
            required
            maxTags={20}
            acceptValueOnBlur
            value={[...hosts]}
            onChange={setHosts}
          />
          {complaints.length > 0 && (
            <Alert color="red" variant="light" role="alert" title="The secret was not stored">
              {complaints.map((message, index) => (
                <Text size="sm" key={index}>
                  {message}
                </Text>
              ))}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={storing}>
              {current ? 'Replace' : 'Store'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
