import { ActionIcon, Button, Group, Input, Stack, Text } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '#definition';
import { emptyEntry, withSetting } from './setting-fields.js';
import type { SettingField } from './setting-fields.js';
import classes from './inspector.module.css';

/** One setting of one entry, to be drawn as any other setting is. */
export interface EntryField {
  readonly field: SettingField;
  readonly value: Json | undefined;
  readonly place: string;
  readonly onChange: (value: Json | undefined) => void;
}

interface Properties {
  readonly title: string;
  readonly description: string;
  readonly fields: readonly SettingField[];
  readonly entries: readonly JsonObject[];
  readonly place: string;
  readonly renderField: (entry: EntryField) => ReactNode;
  readonly onChange: (entries: readonly JsonObject[]) => void;
}

/** A list of objects in order: cases, rules. */
export function ObjectList({
  title,
  description,
  fields,
  entries,
  place,
  renderField,
  onChange,
}: Properties) {
  const one = title.replace(/s$/, '').toLowerCase();

  function moveUp(index: number) {
    const moved = entries[index];
    const above = entries[index - 1];
    if (!moved || !above) return;
    onChange(entries.map((entry, at) => (at === index ? above : at === index - 1 ? moved : entry)));
  }

  return (
    <Input.Wrapper label={title} description={description} labelElement="div">
      <Stack gap="xs" mt={6} role="list" aria-label={title}>
        {entries.map((entry, index) => (
          <div key={`${index}/${entries.length}`} className={classes.entry} role="listitem">
            <Group justify="space-between" wrap="nowrap">
              <Text size="xs" fw={650} c="dimmed">
                {index + 1}
              </Text>
              <Group gap={0}>
                <ActionIcon
                  size="sm"
                  aria-label={`Move ${one} ${index + 1} up`}
                  disabled={index === 0}
                  onClick={() => moveUp(index)}
                >
                  <IconArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={`Remove ${one} ${index + 1}`}
                  onClick={() => onChange(entries.filter((_, at) => at !== index))}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </Group>
            </Group>
            {fields.map((field) => (
              <Fragment key={field.name}>
                {renderField({
                  field: { ...field, description: '' },
                  value: entry[field.name],
                  place: `${place}/${index}/${field.name}`,
                  onChange: (value) =>
                    onChange(
                      entries.map((other, at) =>
                        at === index ? withSetting(other, field.name, value) : other,
                      ),
                    ),
                })}
              </Fragment>
            ))}
          </div>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...entries, emptyEntry(fields)])}
        >
          Add a {one}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
