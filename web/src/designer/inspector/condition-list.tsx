import { ActionIcon, Button, Group, Input, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { CodeField } from './code-field.js';
import type { KnownName } from './known-names.js';

interface Properties {
  readonly conditions: readonly string[];
  readonly problems: ProblemsByPlace;
  readonly names: () => readonly KnownName[];
  readonly onChange: (conditions: readonly string[]) => void;
}

/** Expressions that must all hold for a step to run. */
export function ConditionList({ conditions, problems, names, onChange }: Properties) {
  return (
    <Input.Wrapper
      label="Runs only if"
      description="All of them hold; else the step is skipped."
      labelElement="div"
    >
      <Stack gap={6} mt={6}>
        {conditions.map((condition, index) => (
          <Group key={`${index}/${conditions.length}`} gap={4} wrap="nowrap" align="flex-start">
            <div style={{ flex: 1, minWidth: 0 }}>
              <CodeField
                kind="expression"
                label={`Condition ${index + 1}`}
                value={condition}
                names={names}
                problems={problems.get(`/conditions/${index}`) ?? []}
                onChange={(next) => onChange(conditions.map((other, at) => (at === index ? next : other)))}
              />
            </div>
            <ActionIcon
              mt={26}
              aria-label={`Remove condition ${index + 1}`}
              onClick={() => onChange(conditions.filter((_, at) => at !== index))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...conditions, ''])}
        >
          Add a condition
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
