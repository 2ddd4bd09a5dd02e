import { Select } from '@mantine/core';
import type { OnError, StepDefinition, StepFields } from '#definition';
import { containmentOf, isContainer } from '../../canvas/containment.js';
import { messagesAt } from '../problems/problem-index.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { useDesigner } from '../store/designer-store.js';
import { DurationField } from './duration-field.js';
import { JsonField } from './json-field.js';

interface Properties {
  readonly step: StepDefinition;
  readonly problems: ProblemsByPlace;
  readonly onChange: (set: StepFields) => void;
}

type Choice = { readonly value: OnError; readonly label: string };

const fails: Choice = { value: 'fail', label: 'The workflow fails' };
const goesOn: Choice = { value: 'continue', label: 'Go on with a default output' };
const choices: readonly Choice[] = [
  fails,
  goesOn,
  { value: 'route', label: 'Go on at the port “error”' },
  { value: 'block', label: 'Wait until a person decides' },
];
/** A failure in a container takes its port `error` by itself when something is connected there. */
const ofContainer: readonly Choice[] = [
  { value: 'fail', label: 'Go on at the port “error”, else fail' },
  goesOn,
];

/** What happens when a step has failed for the last time. */
export function OnErrorFields({ step, problems, onChange }: Properties) {
  const definition = useDesigner(({ document }) => document.definition);
  const { onError = 'fail' } = step;
  const undoes = containmentOf(definition).undoes.has(step.id);
  const offered = isContainer(step)
    ? ofContainer
    : undoes
      ? choices.filter(({ value }) => value === 'fail' || value === 'continue')
      : choices;
  const known = offered.some(({ value }) => value === onError);
  const current = choices.filter(({ value }) => value === onError);
  return (
    <>
      <Select
        label="When it fails"
        allowDeselect={false}
        data={known ? [...offered] : [...offered, ...current]}
        value={onError}
        error={messagesAt(problems, '/onError')}
        onChange={(value) =>
          onChange({
            onError: value === 'fail' ? undefined : (value as OnError),
            ...(value === 'block' ? {} : { blockDeadline: undefined }),
          })
        }
      />
      {onError === 'block' && (
        <DurationField
          label="Waits for a person at most"
          description="After that the step fails. Left empty: 7 days."
          placeholder="7"
          initialUnit="d"
          error={messagesAt(problems, '/blockDeadline')}
          value={step.blockDeadline ?? ''}
          onChange={(blockDeadline) => onChange({ blockDeadline })}
        />
      )}
      {onError === 'continue' && (
        <JsonField
          label="Default output"
          description="The facts it is taken to have given."
          value={step.defaultOutput}
          error={messagesAt(problems, '/defaultOutput') ?? ''}
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
    </>
  );
}
