import { ActionIcon, Button, Group, Input, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { JsonObject } from '#definition';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { CodeField } from './code-field.js';
import type { KnownName } from './known-names.js';
import { TextSetting } from './text-setting.js';
import classes from './inspector.module.css';

interface Properties {
  readonly title: string;
  readonly description: string;
  readonly entries: JsonObject;
  readonly kind?: 'expression' | 'template';
  /** When only some names make sense, those. */
  readonly choices?: readonly string[];
  /** What such a name is. */
  readonly choiceLabel?: string;
  readonly place: string;
  readonly problems: ProblemsByPlace;
  readonly names: () => readonly KnownName[];
  readonly onChange: (entries: JsonObject) => void;
}

/** Names, each with an expression: values of a computation, assignments to variables. */
export function ExpressionMap({
  title,
  description,
  kind = 'expression',
  entries,
  choices,
  choiceLabel = 'Variable',
  place,
  problems,
  names,
  onChange,
}: Properties) {
  const pairs = Object.entries(entries);
  const free = choices?.filter((name) => !Object.hasOwn(entries, name));

  function replace(index: number, name: string, value: JsonObject[string]) {
    onChange(Object.fromEntries(pairs.map((pair, at) => (at === index ? [name, value] : pair))));
  }

  function add() {
    let count = pairs.length + 1;
    while (Object.hasOwn(entries, `value_${count}`)) count += 1;
    onChange({ ...entries, [free?.[0] ?? `value_${count}`]: '' });
  }

  return (
    <Input.Wrapper label={title} description={description} labelElement="div">
      <Stack gap="xs" mt={6} role="list" aria-label={title}>
        {pairs.map(([name, value], index) => (
          <div key={index} className={classes.entry} role="listitem">
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <div style={{ flex: 1 }}>
                {choices ? (
                  <Select
                    label={choiceLabel}
                    allowDeselect={false}
                    data={[name, ...(free ?? [])]}
                    value={name}
                    onChange={(next) => next !== null && replace(index, next, value)}
                  />
                ) : (
                  <TextSetting
                    label="Name"
                    error={(problems.get(`${place}/${name}`) ?? []).length > 0 && !value ? ' ' : undefined}
                    value={name}
                    onChange={(next) =>
                      next !== '' && !Object.hasOwn(entries, next) && replace(index, next, value)
                    }
                  />
                )}
              </div>
              <ActionIcon
                mb={5}
                aria-label={`Remove ${name}`}
                onClick={() => onChange(Object.fromEntries(pairs.filter((_, at) => at !== index)))}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Group>
            <CodeField
              kind={kind}
              label="Value"
              value={typeof value === 'string' ? value : ''}
              names={names}
              problems={problems.get(`${place}/${name}`) ?? []}
              onChange={(next) => replace(index, name, next)}
            />
          </div>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={free?.length === 0}
          onClick={add}
        >
          Add a value
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
