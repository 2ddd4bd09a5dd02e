import { useQuery } from '@apollo/client/react';
import { Anchor, Select, Text } from '@mantine/core';
import type { JsonObject, StepDefinition } from '#definition';
import { Link, useParams } from 'react-router';
import { asDefinition } from '../../canvas/as-definition.js';
import { RunnableWorkflows } from '../designer.operations.js';
import type { ProblemsByPlace } from '../problems/problem-index.js';
import { ExpressionMap } from './expression-map.js';
import type { KnownName } from './known-names.js';
import { withSetting } from './setting-fields.js';

interface Properties {
  readonly step: StepDefinition;
  readonly problems: ProblemsByPlace;
  readonly names: () => readonly KnownName[];
  readonly onChange: (configuration: JsonObject) => void;
}

/** Which other workflow is run: chosen by its name, and its inputs by theirs. */
export function SubWorkflowFields({ step, problems, names, onChange }: Properties) {
  const { id: own = '' } = useParams();
  const { data } = useQuery(RunnableWorkflows);
  const { configuration } = step;
  const { workflowId, input } = configuration;
  const nodes = (data?.workflows.nodes ?? []).filter(({ id }) => id !== own);
  const chosen = nodes.find(({ id }) => id === workflowId);
  const unknown = typeof workflowId === 'string' && !chosen ? [{ value: workflowId, label: workflowId }] : [];
  const declared = Object.keys(asDefinition(chosen?.publishedVersion?.definition).inputs);
  const given =
    typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as JsonObject) : {};
  return (
    <>
      <Select
        label="Workflow"
        description="Published workflows can be run from here."
        placeholder="Choose a workflow"
        searchable
        clearable
        nothingFoundMessage="No published workflow is called so."
        data={[...nodes.map(({ id, name }) => ({ value: id, label: name })), ...unknown]}
        value={typeof workflowId === 'string' ? workflowId : null}
        error={problems
          .get('/configuration/workflowId')
          ?.map(({ message }) => message)
          .join(' ')}
        onChange={(next) => onChange(withSetting(configuration, 'workflowId', next ?? undefined))}
      />
      {chosen && (
        <Anchor component={Link} to={`/workflows/${chosen.id}`} size="sm">
          Open “{chosen.name}”
        </Anchor>
      )}
      {chosen && declared.length === 0 && Object.keys(given).length === 0 ? (
        <Text size="sm" c="dimmed">
          It asks for no inputs.
        </Text>
      ) : (
        <ExpressionMap
          title="Inputs"
          description="What to give it: expressions over what is known here."
          entries={given}
          {...(chosen ? { choices: declared, choiceLabel: 'Input' } : {})}
          place="/configuration/input"
          problems={problems}
          names={names}
          onChange={(next) =>
            onChange(withSetting(configuration, 'input', Object.keys(next).length === 0 ? undefined : next))
          }
        />
      )}
    </>
  );
}
