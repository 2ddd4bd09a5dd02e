import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Group, Modal, Radio, Select, Stack } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { WorkflowDefinition } from '#definition';
import type { WatchedExecutionQuery } from '../../graphql/generated/graphql.js';
import { FailureNotice } from '../../ui/failure-notice.js';
import classes from '../run-form-view.module.css';
import type { StepRows } from '../step-rows.js';
import { useStarting } from '../use-starting.js';
import { Rerun, RerunPlan } from './rerun.operations.js';
import { RerunPlanView } from './rerun-plan-view.js';
import { startingPoints } from './starting-points.js';
import { useVersions } from './use-versions.js';

interface Properties {
  readonly execution: WatchedExecutionQuery['execution'];
  readonly definition: WorkflowDefinition;
  readonly rows: StepRows;
  /** Path of a step to begin with, when somebody chose one. */
  readonly from: string | null;
  readonly onClose: () => void;
}

type Start = 'stopped' | 'step' | 'beginning';

/** Asks from where an execution that has ended is to be rerun, shows what that does, and starts it. */
export function RerunDialog({ execution, definition, rows, from, onClose }: Properties) {
  const [start, setStart] = useState<Start>(from === null ? 'stopped' : 'step');
  const [path, setPath] = useState(from);
  const [key, setKey] = useState<string>('same');
  const points = useMemo(() => startingPoints(rows.all), [rows]);
  const versions = useVersions(execution, definition);
  const version = versions.find((one) => one.key === key);
  const variables = {
    id: execution.id,
    from: start === 'stopped' ? null : start === 'beginning' ? '' : path,
    definition: version === undefined || version.key === 'same' ? null : version.definition,
  };
  const undecided = start === 'step' && path === null;
  const { data, loading, error, refetch } = useQuery(RerunPlan, {
    variables,
    skip: undecided,
    fetchPolicy: 'network-only',
  });
  const plan = loading ? null : (data?.rerunPlan ?? null);
  const [rerun] = useMutation(Rerun, { refetchQueries: ['Executions'] });
  const { busy, begin } = useStarting();

  async function startRerun() {
    const work = async () => (await rerun({ variables })).data?.rerun;
    if (await begin('The rerun was not started', work)) onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Rerun “${execution.name}”`}
      size={720}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Stack gap="md">
        <Radio.Group label="From where" value={start} onChange={(next) => setStart(next)}>
          <Stack gap={8} mt={6}>
            <Radio
              value="stopped"
              label="Where it stopped"
              description="What was finished is taken over wherever the work is the same."
            />
            <Radio
              value="step"
              label="A step"
              description="That step and all that comes after it run again."
              disabled={points.length === 0}
            />
            {start === 'step' && (
              <Select
                ml={32}
                aria-label="Step to start from"
                placeholder="Choose a step"
                data={[...points]}
                searchable
                limit={200}
                nothingFoundMessage="No step is called so"
                value={path}
                onChange={setPath}
              />
            )}
            <Radio
              value="beginning"
              label="The beginning"
              description="Everything runs again, over the same input and documents."
            />
          </Stack>
        </Radio.Group>
        {versions.length > 1 && (
          <Radio.Group label="Which version" value={key} onChange={setKey}>
            <Stack gap={6} mt={6}>
              {versions.map(({ key: value, label }) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {error && <FailureNotice error={error} onRetry={() => void refetch().catch(() => undefined)} />}
        {!undecided && !error && <RerunPlanView plan={plan} definition={version?.definition ?? definition} />}
        <Group justify="flex-end" gap="xs" className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            leftSection={<IconRestore size={16} />}
            loading={busy}
            disabled={plan === null || plan.problems.length > 0}
            onClick={() => void startRerun()}
          >
            Start the rerun
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
