import { NumberInput, Select, Stack } from '@mantine/core';
import type { Join, OnError, StepDefinition, StepFields } from '#definition';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { useDesigner } from '../store/designer-store.js';
import { ConditionList } from './condition-list.js';
import { ExpressionMap } from './expression-map.js';
import { JsonField } from './json-field.js';
import type { KnownName } from './known-names.js';
import { RetryFields } from './retry-fields.js';
import { TextSetting } from './text-setting.js';

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

const onErrors: readonly { readonly value: OnError; readonly label: string }[] = [
  { value: 'fail', label: 'The workflow fails' },
  { value: 'continue', label: 'Go on with a default output' },
  { value: 'route', label: 'Go on at the port “error”' },
];

/** How a step runs: when it starts, how often it tries, what happens when it fails. */
export function AdvancedSettings({ step, problems, names, onChange }: Properties) {
  const variables = useDesigner(({ document }) => document.definition.variables);
  const variableNames = Object.keys(variables);
  const { join = 'all', onError = 'fail' } = step;
  const joinKind = typeof join === 'object' ? 'atLeast' : join;
  return (
    <Stack gap="md">
      <Select
        label="Starts when"
        allowDeselect={false}
        data={joins}
        value={joinKind}
        error={messages(problems, '/join')}
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
      <Select
        label="When it fails"
        allowDeselect={false}
        data={[...onErrors]}
        value={onError}
        error={messages(problems, '/onError')}
        onChange={(value) => onChange({ onError: value === 'fail' ? undefined : (value as OnError) })}
      />
      {onError === 'continue' && (
        <JsonField
          label="Default output"
          description="The facts it is taken to have given."
          value={step.defaultOutput}
          error={messages(problems, '/defaultOutput') ?? ''}
          onChange={(value) =>
            onChange({
              defaultOutput:
                typeof value === 'object' && value !== null && !Array.isArray(value)
                  ? (value as NonNullable<StepDefinition['defaultOutput']>)
                  : undefined,
            })
          }
        />
      )}
      <TextSetting
        label="Timeout of one attempt"
        placeholder="30s, 5m, 2h"
        error={messages(problems, '/timeout')}
        value={step.timeout ?? ''}
        onChange={(timeout) => onChange({ timeout: timeout.trim() || undefined })}
      />
      <RetryFields retry={step.retry} problems={problems} onChange={(retry) => onChange({ retry })} />
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

function messages(problems: ProblemsByPlace, place: string): string | undefined {
  return problems
    .get(place)
    ?.map(({ message }) => message)
    .join(' ');
}
