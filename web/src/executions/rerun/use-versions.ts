import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { canonicalText } from '#definition';
import type { WorkflowDefinition } from '#definition';
import { asDefinition } from '../../canvas/as-definition.js';
import { DesignedWorkflow } from '../../designer/designer.operations.js';

/** A definition that a rerun can run. */
export interface RerunVersion {
  readonly key: 'same' | 'published' | 'draft';
  readonly label: string;
  readonly definition: WorkflowDefinition;
}

interface Ran {
  readonly version: number;
  readonly workflow?: { readonly id: string } | null;
}

/** What the execution ran, and what its workflow is now where that differs. */
export function useVersions({ version, workflow }: Ran, ran: WorkflowDefinition): readonly RerunVersion[] {
  const { data } = useQuery(DesignedWorkflow, {
    variables: { id: workflow?.id ?? '' },
    skip: !workflow,
    fetchPolicy: 'network-only',
  });
  return useMemo(() => {
    const versions: RerunVersion[] = [
      { key: 'same', label: `As it ran (version ${version})`, definition: ran },
    ];
    const known = new Set([canonicalText(ran)]);
    const add = (key: RerunVersion['key'], label: string, definition: WorkflowDefinition) => {
      const text = canonicalText(definition);
      if (!known.has(text)) versions.push({ key, label, definition });
      known.add(text);
    };
    const { publishedVersion, definition } = data?.workflow ?? {};
    if (publishedVersion) {
      const label = `As it is published now (version ${publishedVersion.number})`;
      add('published', label, asDefinition(publishedVersion.definition));
    }
    if (definition !== undefined) add('draft', 'The draft, as it is saved now', asDefinition(definition));
    return versions;
  }, [data, ran, version]);
}
