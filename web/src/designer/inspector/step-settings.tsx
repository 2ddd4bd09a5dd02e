import { Alert, Stack, Text } from '@mantine/core';
import { useCallback } from 'react';
import { findStepType } from '#definition';
import type { StepDefinition, StepFields } from '#definition';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { currentDefinition } from '../store/designer-store.js';
import { knownNames } from './known-names.js';
import { SettingView } from './setting-view.js';
import { withSetting } from './setting-fields.js';
import { SubWorkflowFields } from './sub-workflow-fields.js';
import { usefulFields } from './useful-fields.js';
import { WaysOut } from './ways-out.js';

interface Properties {
  readonly step: StepDefinition;
  readonly problems: ProblemsByPlace;
  readonly onChange: (set: StepFields) => void;
}

/** Settings that have fields of their own. */
const drawnApart: ReadonlySet<string> = new Set(['workflowId', 'input']);

/** The settings of a step, as its type has them. */
export function StepSettings({ step, problems, onChange }: Properties) {
  const { id, configuration } = step;
  const type = findStepType(step.type);
  const namesOf = useCallback((field: string) => () => namesFor(id, field), [id]);
  if (!type) {
    return <Alert color="red">There is no step type “{step.type}” in this version of the product.</Alert>;
  }
  const isSubWorkflow = step.type === 'sub_workflow';
  const fields = usefulFields(type, configuration).filter(
    ({ name }) => !isSubWorkflow || !drawnApart.has(name),
  );
  return (
    <Stack gap="md">
      {fields.length === 0 && step.type !== 'parallel' && (
        <Text size="sm" c="dimmed">
          Nothing to set.
        </Text>
      )}
      {step.type === 'parallel' && (
        <WaysOut outputs={step.outputs ?? []} onChange={(outputs) => onChange({ outputs })} />
      )}
      {isSubWorkflow && (
        <SubWorkflowFields
          step={step}
          problems={problems}
          names={namesOf('input')}
          onChange={(next) => onChange({ configuration: next })}
        />
      )}
      {fields.map((field) => (
        <SettingView
          key={field.name}
          field={field}
          value={configuration[field.name]}
          place={`/configuration/${field.name}`}
          problems={problems}
          names={namesOf(field.name)}
          onChange={(value) => onChange({ configuration: withSetting(configuration, field.name, value) })}
        />
      ))}
    </Stack>
  );
}

/** The names that a setting's expression sees: of a loop, some are seen at the beginning or the end of a round. */
function namesFor(id: string, field: string) {
  const definition = currentDefinition();
  const step = definition.steps.find((one) => one.id === id);
  const type = step && findStepType(step.type);
  // Asked as if there were an expression: one that is yet to be typed has its place already.
  const asked = type?.expressions({ ...step?.configuration, [field]: 'x' }) ?? [];
  const round = asked.find(({ path }) => path[0] === field)?.round;
  return knownNames(definition, round ? { kind: 'round', id, when: round } : { kind: 'step', id });
}
