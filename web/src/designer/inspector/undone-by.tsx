import { Select, Text } from '@mantine/core';
import type { StepDefinition, StepFields } from '#definition';
import { containmentOf, isContainer } from '../../canvas/containment.js';
import { messagesAt } from '../problems/problem-index.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { useDesigner } from '../store/designer-store.js';
import { nameOf } from '../store/place-names.js';
import { fittingHandlers } from './fitting-handlers.js';

interface Properties {
  readonly step: StepDefinition;
  readonly problems: ProblemsByPlace;
  readonly onChange: (set: StepFields) => void;
}

/** Which step undoes this one when what came after it fails. */
export function UndoneBy({ step, problems, onChange }: Properties) {
  const definition = useDesigner(({ document }) => document.definition);
  const undone = containmentOf(definition).undoes.get(step.id);
  if (undone !== undefined) {
    return (
      <Text size="sm" c="dimmed">
        Runs only when “{nameOf(definition, undone)}” has to be undone.
      </Text>
    );
  }
  if (isContainer(step)) return null;
  const fitting = fittingHandlers(definition, step);
  const { compensateWith } = step;
  const ids = [
    ...new Set([...(compensateWith === undefined ? [] : [compensateWith]), ...fitting.map(({ id }) => id)]),
  ];
  return (
    <Select
      label="Undone by"
      description={
        ids.length === 0
          ? 'A step beside it that does work and is connected to nothing can be chosen here; then it runs only to undo this one.'
          : 'Runs when this step has succeeded and what came after it fails.'
      }
      placeholder="Nothing"
      clearable
      disabled={ids.length === 0}
      data={ids.map((id) => ({ value: id, label: nameOf(definition, id) }))}
      value={compensateWith ?? null}
      error={messagesAt(problems, '/compensateWith')}
      onChange={(next) => onChange({ compensateWith: next ?? undefined })}
    />
  );
}
