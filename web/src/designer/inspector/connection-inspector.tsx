import { ActionIcon, Anchor, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import type { ConnectionDefinition, Problem } from '#definition';
import { problemsByPlace } from '../problems/problem-index.js';
import { currentDefinition, edit, useDesigner } from '../store/designer-store.js';
import { nameOf } from '../store/place-names.js';
import { requestSelection } from '../store/selection-store.js';
import { CodeField } from './code-field.js';
import { knownNames } from './known-names.js';

interface Properties {
  readonly connection: ConnectionDefinition;
  readonly problems: readonly Problem[] | undefined;
}

const none: readonly Problem[] = [];

/** A connection and the condition it carries. */
export function ConnectionInspector({ connection, problems = none }: Properties) {
  const definition = useDesigner(({ document }) => document.definition);
  const byPlace = useMemo(() => problemsByPlace(problems), [problems]);
  const { id, sourceStep, sourceOutput, targetStep, condition = '' } = connection;
  const names = useCallback(() => knownNames(currentDefinition(), { kind: 'connection', id }), [id]);
  const elsewhere = problems.filter(({ path }) => !path.endsWith('/condition'));
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Text fw={650} component="h2" m={0} fz={15}>
          Connection
        </Text>
        <Tooltip label="Delete">
          <ActionIcon
            aria-label="Delete the connection"
            onClick={() => {
              edit({ kind: 'disconnect', connectionId: id });
              requestSelection([]);
            }}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Group gap={6} wrap="wrap">
        <Anchor component="button" type="button" size="sm" onClick={() => requestSelection([sourceStep])}>
          {nameOf(definition, sourceStep)}
        </Anchor>
        <Text size="xs" c="dimmed">
          {sourceOutput}
        </Text>
        <IconArrowRight size={15} aria-hidden />
        <Anchor component="button" type="button" size="sm" onClick={() => requestSelection([targetStep])}>
          {nameOf(definition, targetStep)}
        </Anchor>
      </Group>
      <CodeField
        kind="expression"
        label="Condition"
        description="The connection is taken when this is true. Left empty: always."
        placeholder="confidence > 0.8"
        value={condition}
        names={names}
        problems={byPlace.get('/condition') ?? none}
        onChange={(next) =>
          edit({
            kind: 'set-connection-condition',
            connectionId: id,
            condition: next.trim() === '' ? null : next,
          })
        }
      />
      {elsewhere.map(({ message }) => (
        <Text key={message} size="sm" c="red">
          {message}
        </Text>
      ))}
    </Stack>
  );
}
