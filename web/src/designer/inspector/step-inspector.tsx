import { ActionIcon, Group, Stack, Tabs, Text, TextInput, Tooltip } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { findStepType } from '#definition';
import type { Problem, StepDefinition, StepFields } from '#definition';
import { stepLook } from '../../canvas/step-look.js';
import { problemsByPlace } from '../problems/problem-index.js';
import { currentDefinition, edit } from '../store/designer-store.js';
import { stepsFromText, stepsToText } from '../store/new-steps.js';
import { removeSteps } from '../store/remove-steps.js';
import { requestSelection } from '../store/selection-store.js';
import { AdvancedSettings } from './advanced-settings.js';
import { knownNames } from './known-names.js';
import { ProblemList } from './problem-list.js';
import { StepConnections } from './step-connections.js';
import { StepDocumentation } from './step-documentation.js';
import { StepSettings } from './step-settings.js';
import { TextSetting } from './text-setting.js';
import { useDraft } from './use-draft.js';
import classes from './inspector.module.css';

interface Properties {
  readonly step: StepDefinition;
  readonly problems: readonly Problem[] | undefined;
}

const none: readonly Problem[] = [];

/** A step's settings, made from its type; its ties to others; and how it runs. */
export function StepInspector({ step, problems = none }: Properties) {
  const type = findStepType(step.type);
  const look = stepLook(step.type);
  const byPlace = useMemo(() => problemsByPlace(problems), [problems]);
  const names = useCallback(() => knownNames(currentDefinition(), { kind: 'step', id: step.id }), [step.id]);
  const set = (changed: StepFields) => edit({ kind: 'configure-step', stepId: step.id, set: changed });

  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Group gap={8} wrap="nowrap" style={{ minWidth: 0 }}>
          <look.icon
            size={20}
            color={`var(--mantine-color-${look.color}-6)`}
            style={{ flexShrink: 0 }}
            aria-hidden
          />
          <Text fw={650} truncate component="h2" m={0} fz={15}>
            {look.title}
          </Text>
        </Group>
        <Group gap={2} wrap="nowrap">
          <Tooltip label="Duplicate">
            <ActionIcon aria-label="Duplicate the step" onClick={() => duplicate(step.id)}>
              <IconCopy size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Delete">
            <ActionIcon aria-label="Delete the step" onClick={() => removeSteps([step.id])}>
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {type && (
        <Text size="xs" c="dimmed">
          {type.summary}
        </Text>
      )}
      <NameField step={step} onChange={(name) => set({ name: name || undefined })} />
      <ProblemList problems={problems.filter(({ severity }) => severity !== 'hint')} />
      <Tabs defaultValue="settings" keepMounted={false}>
        <Tabs.List mb="sm" className={classes.tabs ?? ''}>
          <Tabs.Tab value="settings">Settings</Tabs.Tab>
          <Tabs.Tab value="connections">Connections</Tabs.Tab>
          <Tabs.Tab value="advanced">Advanced</Tabs.Tab>
          <Tabs.Tab value="help">Help</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="settings">
          <StepSettings step={step} problems={byPlace} onChange={set} />
        </Tabs.Panel>
        <Tabs.Panel value="connections">
          <StepConnections step={step} />
        </Tabs.Panel>
        <Tabs.Panel value="advanced">
          <Stack gap="md">
            <IdField step={step} />
            <TextSetting
              label="Description"
              long
              value={step.description ?? ''}
              onChange={(description) => set({ description: description || undefined })}
            />
            <AdvancedSettings step={step} problems={byPlace} names={names} onChange={set} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="help">
          <StepDocumentation step={step} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function duplicate(id: string) {
  const definition = currentDefinition();
  const pasted = stepsFromText(stepsToText(definition, new Set([id])), definition, { x: 40, y: 40 });
  if (!pasted) return;
  edit(...pasted.edits);
  requestSelection(pasted.ids);
}

function NameField({
  step,
  onChange,
}: {
  readonly step: StepDefinition;
  readonly onChange: (name: string) => void;
}) {
  const [draft, setDraft, commit] = useDraft(step.name ?? '', onChange);
  return (
    <TextInput
      label="Name"
      maxLength={200}
      data-step-name
      placeholder={stepLook(step.type).title}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
    />
  );
}

/** The id is what expressions call the step; changing it changes them too. */
function IdField({ step }: { readonly step: StepDefinition }) {
  const [draft, setDraft, commit] = useDraft(step.id, (to) => {
    edit({ kind: 'rename-step', stepId: step.id, to });
    if (currentDefinition().steps.some(({ id }) => id === to)) requestSelection([to]);
  });
  return (
    <TextInput
      label="Id"
      description={`Expressions read this step as steps.${step.id}; they are changed along.`}
      classNames={{ input: classes.mono ?? '' }}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value.replace(/\s+/g, '_'))}
      onBlur={commit}
    />
  );
}
