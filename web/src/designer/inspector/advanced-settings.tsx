import { NumberInput, Select, Stack } from '@mantine/core';
import { findStepType } from '#definition';
import type { Join, StepDefinition, StepFields } from '#definition';
import { messagesAt } from '../problems/problem-index.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { useDesigner } from '../store/designer-store.js';
import { ConditionList } from './condition-list.js';
import { DurationField } from './duration-field.js';
import { ExpressionMap } from './expression-map.js';
import type { KnownName } from './known-names.js';
import { OnErrorFields } from './on-error-fields.js';
import { RetryFields } from './retry-fields.js';
import { UndoneBy } from './undone-by.js';

interface Properties {
  readonly step: StepDefinition;
  readonly problems: ProblemsByPlace;
  readonly names: () => readonly KnownName[];
  readonly onChange: (set: StepFields) => void;
}

const joins = [
  { value: 'all', label: 'All ways decided, at least one open' },
  { value: 'every', label: 'Every way open, else skip' },
  { value: 'any', label: 'The first open way' },
  { value: 'race', label: 'The first open way; the others are cancelled' },
  { value: 'atLeast', label: 'A number of open ways' },
];

/** How a step runs: when it starts, how often it tries, what happens when it fails. */
export function AdvancedSettings({ step, problems, names, onChange }: Properties) {
  const variables = useDesigner(({ document }) => document.definition.variables);
  const variableNames = Object.keys(variables);
  const { join = 'all' } = step;
  const type = findStepType(step.type);
  // What runs inside the engine has no attempts of its own.
  const attempts =
    type === null ||
    type.class(step.configuration) === 'work' ||
    step.timeout !== undefined ||
    step.retry !== undefined;
  const joinKind = typeof join === 'object' ? 'atLeast' : join;
  return (
    <Stack gap="md">
      <Select
        label="Starts when"
        allowDeselect={false}
        data={joins}
        value={joinKind}
        error={messagesAt(problems, '/join')}
        onChange={(value) => onChange({ join: value === 'atLeast' ? { atLeast: 2 } : asJoin(value) })}
      />
      {typeof join === 'object' && (
        <NumberInput
          label="How many ways"
          min={1}
          allowDecimal={false}
          value={join.atLeast}
          onChange={(value) => typeof value === 'number' && onChange({ join: { atLeast: value } })}
        />
      )}
      <ConditionList
        conditions={step.conditions ?? []}
        problems={problems}
        names={names}
        onChange={(conditions) => onChange({ conditions: conditions.length === 0 ? undefined : conditions })}
      />
      <OnErrorFields step={step} problems={problems} onChange={onChange} />
      <UndoneBy step={step} problems={problems} onChange={onChange} />
      {attempts && (
        <>
          <DurationField
            label="Timeout of one attempt"
            error={messagesAt(problems, '/timeout')}
            value={step.timeout ?? ''}
            onChange={(timeout) => onChange({ timeout })}
          />
          <RetryFields retry={step.retry} problems={problems} onChange={(retry) => onChange({ retry })} />
        </>
      )}
      {(variableNames.length > 0 || step.assign) && (
        <ExpressionMap
          title="Sets variables"
          description="When the step has succeeded."
          entries={step.assign ?? {}}
          choices={variableNames}
          place="/assign"
          problems={problems}
          names={names}
          onChange={(assign) =>
            onChange({
              assign: Object.keys(assign).length === 0 ? undefined : (assign as Record<string, string>),
            })
          }
        />
      )}
    </Stack>
  );
}

/** `all` is the default and is not written down. */
function asJoin(value: string | null): Join | undefined {
  return value === 'every' || value === 'any' || value === 'race' ? value : undefined;
}
