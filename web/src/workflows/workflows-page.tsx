import { useQuery } from '@apollo/client/react';
import { Box, Button, Group, SegmentedControl, Select, SimpleGrid, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconSearchOff, IconSitemap } from '@tabler/icons-react';
import { useState } from 'react';
import { RunDialog } from '../executions/run-dialog.js';
import type { RunMode } from '../executions/run-dialog.js';
import type { WorkflowCardFragment, WorkflowStatus } from '../graphql/generated/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { FailureNotice } from '../ui/failure-notice.js';
import { Page } from '../ui/page.js';
import { NewWorkflowDialog } from './new-workflow-dialog.js';
import { useWorkflowActions } from './use-workflow-actions.js';
import { WorkflowCard } from './workflow-card.js';
import { Workflows } from './workflows.operations.js';

const PAGE_SIZE = 24;
type StatusChoice = WorkflowStatus | 'ALL';

export function WorkflowsPage() {
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<StatusChoice>('ALL');
  const [tag, setTag] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const [running, setRunning] = useState<Running | null>(null);
  const [searched] = useDebouncedValue(search.trim(), 250);
  const filtered = searched !== '' || status !== 'ALL' || tag !== null;
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(Workflows, {
    variables: {
      first: PAGE_SIZE,
      filter: { search: searched || null, status: status === 'ALL' ? null : status, tag },
    },
  });
  const actions = useWorkflowActions();
  const page = (data ?? previousData)?.workflows;
  const tags = [...new Set(page?.nodes.flatMap((workflow) => workflow.tags) ?? [])].sort();

  const create = (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setCreating(true)}>
      New workflow
    </Button>
  );

  return (
    <Page
      title="Workflows"
      summary="What you designed: draw it once, run it over any documents."
      actions={create}
    >
      <Group mb="md" gap="sm">
        <TextInput
          aria-label="Search workflows"
          placeholder="Search by name or description"
          leftSection={<IconSearch size={16} />}
          w={300}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label="Status"
          size="sm"
          value={status}
          onChange={(value) => setStatus(value)}
          data={[
            { value: 'ALL', label: 'All' },
            { value: 'DRAFT', label: 'Drafts' },
            { value: 'PUBLISHED', label: 'Published' },
            { value: 'ARCHIVED', label: 'Archived' },
          ]}
        />
        {(tags.length > 0 || tag !== null) && (
          <Select
            aria-label="Tag"
            placeholder="Any tag"
            clearable
            w={160}
            data={tag !== null && !tags.includes(tag) ? [tag, ...tags] : tags}
            value={tag}
            onChange={setTag}
          />
        )}
      </Group>
      {error && (
        <Box mb="md">
          <FailureNotice error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {!page && loading && <CardSkeletons />}
      {page?.nodes.length === 0 && !filtered && (
        <EmptyState icon={IconSitemap} title="Draw your first workflow" action={create}>
          A workflow reads your documents, searches them and answers questions, step by step. Begin with the
          sample and change it as you like.
        </EmptyState>
      )}
      {page?.nodes.length === 0 && filtered && (
        <EmptyState icon={IconSearchOff} title="No workflow fits">
          Change the search, the status or the tag.
        </EmptyState>
      )}
      {page && page.nodes.length > 0 && (
        <SimpleGrid minColWidth={300} type="container" spacing="md">
          {page.nodes.map((workflow) => (
            <WorkflowCard
              key={workflow.id}
              workflow={workflow}
              onRun={() => setRunning({ workflow, mode: 'once' })}
              onRunTable={() => setRunning({ workflow, mode: 'table' })}
              onDuplicate={() => actions.duplicateWorkflow(workflow)}
              onExport={() => actions.exportWorkflow(workflow)}
              onArchive={() => actions.archiveWorkflow(workflow)}
              onDelete={() => actions.askToDelete(workflow)}
            />
          ))}
        </SimpleGrid>
      )}
      {page?.pageInfo.hasNextPage && (
        <Group justify="center" mt="lg">
          <Button
            variant="default"
            loading={loading}
            onClick={() =>
              void fetchMore({
                variables: { after: page.pageInfo.endCursor },
                updateQuery: (before, { fetchMoreResult }) => ({
                  workflows: {
                    ...fetchMoreResult.workflows,
                    nodes: [...before.workflows.nodes, ...fetchMoreResult.workflows.nodes],
                  },
                }),
              })
            }
          >
            Show more
          </Button>
        </Group>
      )}
      <NewWorkflowDialog opened={creating} onClose={() => setCreating(false)} />
      {running && (
        <RunDialog
          workflow={runnable(running.workflow)}
          mode={running.mode}
          onClose={() => setRunning(null)}
        />
      )}
    </Page>
  );
}

interface Running {
  readonly workflow: WorkflowCardFragment;
  readonly mode: RunMode;
}

function runnable({ id, name, collection }: WorkflowCardFragment) {
  return { id, name, collectionId: collection?.id ?? null };
}

function CardSkeletons() {
  return (
    <SimpleGrid minColWidth={300} type="container" spacing="md" aria-label="Loading" role="status">
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} height={286} radius="lg" />
      ))}
    </SimpleGrid>
  );
}
