import { Button, Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { JsonObject, StepDefinition } from '#definition';
import type { ProblemsByPlace } from '../designer/problems/problem-index.js';
import { SettingView } from '../designer/inspector/setting-view.js';
import { withSetting } from '../designer/inspector/setting-fields.js';
import type { StepRowFragment } from '../graphql/generated/graphql.js';
import { changeableSettings, changedSettings, holdsTemplate } from './changeable-settings.js';

interface Properties {
  readonly row: StepRowFragment;
  readonly step: StepDefinition;
  readonly busy: boolean;
  readonly onRetry: (configuration: JsonObject | null) => void;
  readonly onClose: () => void;
}

const noProblems: ProblemsByPlace = new Map();
const noNames = () => [];

/** The settings of the next attempt, as the last one had them. */
export function RetryForm({ row, step, busy, onRetry, onClose }: Properties) {
  const [before] = useState<JsonObject>(() => ({
    ...step.configuration,
    ...((row.configuration ?? {}) as JsonObject),
  }));
  const [configuration, setConfiguration] = useState(before);
  const fields = changeableSettings(step, configuration);
  const changed = changedSettings(before, configuration);
  const template = Object.values(changed ?? {}).some(holdsTemplate);
  return (
    <Stack gap="sm" role="group" aria-label="Retry">
      {fields.length === 0 ? (
        <Text size="sm" c="dimmed">
          The settings of this step are fixed while the execution runs. It reads variables anew, so changing
          one under Variables may help.
        </Text>
      ) : (
        fields.map((field) => (
          <SettingView
            key={field.name}
            field={field}
            value={configuration[field.name]}
            place={`/configuration/${field.name}`}
            problems={noProblems}
            names={noNames}
            onChange={(value) => setConfiguration((current) => withSetting(current, field.name, value))}
          />
        ))
      )}
      {template && (
        <Text size="xs" c="red" role="alert">
          Write the value itself: templates are filled in when a step starts for the first time only.
        </Text>
      )}
      <Group gap="xs">
        <Button
          leftSection={<IconRefresh size={16} />}
          loading={busy}
          disabled={template}
          onClick={() => onRetry(changed)}
        >
          {changed === null ? 'Retry as it was' : 'Retry with these settings'}
        </Button>
        <Button variant="subtle" disabled={busy} onClick={onClose}>
          Back
        </Button>
      </Group>
    </Stack>
  );
}
