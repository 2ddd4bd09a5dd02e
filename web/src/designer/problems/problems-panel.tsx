import { ActionIcon, Group, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBulb,
  IconCircleCheck,
  IconExclamationCircle,
  IconX,
} from '@tabler/icons-react';
import type { Problem } from '#definition';
import { useDesigner } from '../store/designer-store.js';
import { lightUp, requestSelection } from '../store/selection-store.js';
import type { ProblemIndex } from './problem-index.js';
import classes from './problems-panel.module.css';

interface Properties {
  readonly problems: ProblemIndex;
  readonly onClose: () => void;
}

/** Everything that is wrong, in the order of the document; a click goes to the step or connection. */
export function ProblemsPanel({ problems, onClose }: Properties) {
  return (
    <section className={classes.panel} aria-label="Problems">
      <Group justify="space-between" px="md" h={36} wrap="nowrap">
        <Text size="sm" fw={650} component="h2" m={0}>
          Problems
        </Text>
        <ActionIcon aria-label="Close the problems" onClick={onClose}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
      <ScrollArea className={classes.list} type="auto">
        {problems.all.length === 0 && (
          <Group gap={8} px="md" py={6}>
            <IconCircleCheck size={18} color="var(--mantine-color-teal-6)" aria-hidden />
            <Text size="sm">No problems: this workflow can be published.</Text>
          </Group>
        )}
        {problems.all.map((problem, index) => (
          <ProblemLine key={index} problem={problem} />
        ))}
      </ScrollArea>
    </section>
  );
}

const icons = { error: IconExclamationCircle, warning: IconAlertTriangle, hint: IconBulb } as const;
const colors = { error: 'red', warning: 'yellow', hint: 'blue' } as const;

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const Icon = icons[problem.severity];
  const { stepId, connectionId } = problem;
  const name = useDesigner(({ document }) => document.definition.steps.find(({ id }) => id === stepId)?.name);
  return (
    <UnstyledButton
      className={classes.line}
      data-code={problem.code}
      onClick={() => {
        requestSelection(stepId ? [stepId] : [], stepId || !connectionId ? [] : [connectionId]);
        lightUp(problem.example ?? []);
      }}
    >
      <Icon
        size={17}
        color={`var(--mantine-color-${colors[problem.severity]}-6)`}
        aria-label={problem.severity}
      />
      <span className={classes.message}>
        {problem.message}
        {problem.example && problem.example.length > 0 && (
          <span className={classes.example}> It shows at {problem.example.join(', ')}.</span>
        )}
      </span>
      <span className={classes.place}>{name ?? stepId ?? (connectionId ? 'connection' : 'workflow')}</span>
    </UnstyledButton>
  );
}
