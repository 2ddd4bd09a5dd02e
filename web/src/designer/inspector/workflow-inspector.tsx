import { useQuery } from '@apollo/client/react';
import { Select, Stack, TagsInput, Text } from '@mantine/core';
import type { Problem } from '#definition';
import { Collections } from '../../documents/documents.operations.js';
import { plural } from '../../ui/format.js';
import { edit, setCollection, setTags, useDesigner } from '../store/designer-store.js';
import { DeclarationList } from './declaration-list.js';
import { ProblemList } from './problem-list.js';
import { TextSetting } from './text-setting.js';

interface Properties {
  readonly problems: readonly Problem[];
  /** How many steps are selected; their settings are not shown together. */
  readonly chosen: number;
}

/** The workflow itself: what it is for, where its documents are, what it asks for and remembers. */
export function WorkflowInspector({ problems, chosen }: Properties) {
  const { definition, tags, collectionId } = useDesigner(({ document }) => document);
  const collections = useQuery(Collections);
  const own = problems.filter(
    ({ stepId, connectionId }) => stepId === undefined && connectionId === undefined,
  );
  return (
    <Stack gap="md">
      <div>
        <Text fw={650} component="h2" m={0} fz={15}>
          Workflow
        </Text>
        <Text size="xs" c="dimmed">
          {chosen > 1
            ? `${plural(chosen, 'step')} selected: move, copy, duplicate or delete them together.`
            : 'Select a step or a connection to set it.'}
        </Text>
      </div>
      <ProblemList problems={own} />
      <TextSetting
        label="Description"
        long
        value={definition.description ?? ''}
        onChange={(description) => edit({ kind: 'set-details', description })}
      />
      <Select
        label="Collection"
        description="Where its documents are, and where they are indexed."
        placeholder="None"
        clearable
        data={(collections.data?.collections.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={collectionId}
        onChange={setCollection}
      />
      <TagsInput
        label="Tags"
        placeholder={tags.length === 0 ? 'Add a tag' : ''}
        value={[...tags]}
        onChange={setTags}
        maxTags={20}
      />
      <DeclarationList
        title="Inputs"
        description="What a run asks for. Expressions read them as input.name."
        noun="input"
        types={['string', 'number', 'boolean', 'object', 'array', 'documents']}
        withRequired
        declarations={definition.inputs}
        onChange={(inputs) => edit({ kind: 'set-inputs', inputs })}
      />
      <DeclarationList
        title="Variables"
        description="What the workflow remembers. Expressions read them as variables.name."
        noun="variable"
        types={['string', 'number', 'boolean', 'object', 'array']}
        withRequired={false}
        withScope
        declarations={definition.variables}
        onChange={(variables) =>
          edit({ kind: 'set-variables', variables: variables as typeof definition.variables })
        }
      />
    </Stack>
  );
}
