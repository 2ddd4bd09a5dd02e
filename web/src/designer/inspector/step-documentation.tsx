import { Code, Stack, Text } from '@mantine/core';
import { findStepType } from '#definition';
import type { StepDefinition } from '#definition';
import classes from './inspector.module.css';

/** What a step does and what it gives, from the catalogue. */
export function StepDocumentation({ step }: { readonly step: StepDefinition }) {
  const type = findStepType(step.type);
  if (!type) return null;
  return (
    <Stack gap="md">
      <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
        {type.documentation}
      </Text>
      <Entries
        title="Facts that expressions can read"
        entries={type
          .facts(step)
          .map(({ name, description }) => ({ name: `steps.${step.id}.${name}`, description }))}
      />
      <Entries title="What it hands on" entries={type.gives} />
    </Stack>
  );
}

interface EntriesProperties {
  readonly title: string;
  readonly entries: readonly { readonly name: string; readonly description: string }[];
}

function Entries({ title, entries }: EntriesProperties) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      <Stack gap={6}>
        {entries.map(({ name, description }) => (
          <Text key={name} size="xs" style={{ overflowWrap: 'anywhere' }}>
            <Code>{name}</Code> {description}
          </Text>
        ))}
      </Stack>
    </section>
  );
}
