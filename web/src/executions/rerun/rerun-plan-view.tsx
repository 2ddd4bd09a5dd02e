import { Accordion, Alert, Badge, Group, ScrollArea, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { WorkflowDefinition } from '#definition';
import type { RerunPlanQuery } from '../../graphql/generated/graphql.js';
import { plural } from '../../ui/format.js';
import { roundWords } from '../instance-path.js';

type Plan = RerunPlanQuery['rerunPlan'];

/** Drawn of each list. */
const SHOWN = 200;

interface Properties {
  /** Null until it is read. */
  readonly plan: Plan | null;
  readonly definition: WorkflowDefinition;
}

/** What a rerun will do and what it will take over, as far as that can be told beforehand. */
export function RerunPlanView({ plan, definition }: Properties) {
  if (!plan) return <Skeleton height={140} role="status" aria-label="Looking ahead" />;
  if (plan.problems.length > 0) {
    return (
      <Alert
        color="red"
        variant="light"
        role="alert"
        icon={<IconAlertTriangle size={18} />}
        title="It cannot be rerun like this"
      >
        {plan.problems.map(({ message }, index) => (
          <div key={index}>{message}</div>
        ))}
      </Alert>
    );
  }
  const { runs, runsCount, reused, reusedCount, complete } = plan;
  return (
    <Stack gap="xs" role="group" aria-label="What the rerun does">
      <Group gap="xs">
        <Badge color="blue" variant="light" radius="sm" tt="none" size="lg">
          {plural(runsCount, 'step runs', 'steps run')} again
        </Badge>
        <Badge color="teal" variant="light" radius="sm" tt="none" size="lg">
          {plural(reusedCount, 'step is', 'steps are')} taken over
        </Badge>
      </Group>
      {!complete && (
        <Alert color="yellow" variant="light" p="xs" icon={<IconInfoCircle size={18} />}>
          The execution is too long to look ahead to its end: there is more than what is listed.
        </Alert>
      )}
      <Accordion variant="contained" chevronPosition="left" multiple defaultValue={['runs']}>
        {runs.length > 0 && (
          <PlanList
            value="runs"
            title="Run again, and why"
            steps={runs}
            count={runsCount}
            definition={definition}
          />
        )}
        {reused.length > 0 && (
          <PlanList
            value="reused"
            title="Taken over, at no cost"
            steps={reused}
            count={reusedCount}
            definition={definition}
          />
        )}
      </Accordion>
      <Text size="xs" c="dimmed">
        {runsCount + reusedCount === 0 && 'No step gets anything from outside. '}
        Steps that only compute are worked out anew and not listed. What a step gives this time may lead
        elsewhere.
      </Text>
    </Stack>
  );
}

interface ListProperties {
  readonly value: string;
  readonly title: string;
  readonly steps: readonly { readonly path: string; readonly stepId: string; readonly reason?: string }[];
  readonly count: number;
  readonly definition: WorkflowDefinition;
}

function PlanList({ value, title, steps, count, definition }: ListProperties) {
  const names = new Map(definition.steps.map(({ id, name }) => [id, name ?? id]));
  const shown = steps.slice(0, SHOWN);
  return (
    <Accordion.Item value={value}>
      <Accordion.Control fz="sm">{title}</Accordion.Control>
      <Accordion.Panel>
        <ScrollArea.Autosize mah={220} type="auto">
          <Table verticalSpacing={4} horizontalSpacing="xs" fz={13} aria-label={title}>
            <Table.Tbody>
              {shown.map(({ path, stepId, reason }) => (
                <Table.Tr key={path}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }} w={reason === undefined ? undefined : '45%'}>
                    {names.get(stepId) ?? stepId}{' '}
                    <Text span size="xs" c="dimmed">
                      {roundWords(path).join(', ')}
                    </Text>
                  </Table.Td>
                  {reason !== undefined && <Table.Td c="dimmed">{reason}</Table.Td>}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        {count > shown.length && (
          <Text size="xs" c="dimmed" mt={6}>
            And {(count - shown.length).toLocaleString()} more.
          </Text>
        )}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
