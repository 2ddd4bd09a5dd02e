import { ActionIcon, Badge, Button, Divider, Group, Text, TextInput, Tooltip } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleCheck,
  IconDeviceFloppy,
  IconExclamationCircle,
  IconBinaryTree2,
  IconPlayerPlay,
  IconWorldUpload,
} from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { useStore } from 'zustand';
import { fitOptions } from '../../canvas/canvas-settings.js';
import { arrangeSteps } from '../../canvas/place-steps.js';
import type { DesignedWorkflowPartsFragment } from '../../graphql/generated/graphql.js';
import { plural } from '../../ui/format.js';
import { WorkflowStatusBadge } from '../../workflows/workflow-status-badge.js';
import { useDraft } from '../inspector/use-draft.js';
import type { ProblemIndex } from '../problems/problem-index.js';
import { currentDefinition, edit, isUnsaved, redo, undo, useDesigner } from '../store/designer-store.js';
import { FileMenu } from './file-menu.js';
import type { Saving } from './use-saving.js';
import classes from './toolbar.module.css';

interface Properties {
  readonly workflow: DesignedWorkflowPartsFragment;
  readonly problems: ProblemIndex;
  readonly saving: Saving;
  readonly problemsShown: boolean;
  readonly onProblems: () => void;
  readonly settingsShown: boolean;
  readonly onSettings: () => void;
}

const mod = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl+';

export function Toolbar(properties: Properties) {
  const { workflow, problems, saving, problemsShown, onProblems, settingsShown, onSettings } = properties;
  const unsaved = useDesigner(isUnsaved);
  const canUndo = useStore(useDesigner.temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(useDesigner.temporal, ({ futureStates }) => futureStates.length > 0);
  const { fitView } = useReactFlow();

  function arrange() {
    edit({ kind: 'move-steps', positions: Object.fromEntries(arrangeSteps(currentDefinition())) });
    setTimeout(() => void fitView({ ...fitOptions, duration: 200 }), 60);
  }

  return (
    <header className={classes.toolbar} aria-label="Designer">
      <NameField fallback={workflow.name} />
      <WorkflowStatusBadge status={workflow.status} />
      <Text size="xs" c="dimmed" className={classes.state} role="status">
        {saving.busy ? 'Saving…' : unsaved ? 'Unsaved changes' : 'Saved'}
      </Text>
      <Group gap={2} wrap="nowrap" ml="auto">
        <Tool icon={IconArrowBackUp} label="Undo" keys={`${mod}Z`} disabled={!canUndo} onClick={undo} />
        <Tool
          icon={IconArrowForwardUp}
          label="Redo"
          keys={`${mod}Shift+Z`}
          disabled={!canRedo}
          onClick={redo}
        />
        <Tool icon={IconBinaryTree2} label="Arrange" keys="" onClick={arrange} />
        <Tool
          icon={IconAdjustmentsHorizontal}
          label="Workflow settings"
          keys=""
          pressed={settingsShown}
          onClick={onSettings}
        />
        <FileMenu />
      </Group>
      <Divider orientation="vertical" />
      <Group gap={8} wrap="nowrap">
        <ProblemsButton problems={problems} shown={problemsShown} onClick={onProblems} />
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={16} />}
          title={`${mod}S`}
          disabled={!unsaved}
          loading={saving.busy}
          onClick={() => void saving.save()}
        >
          Save
        </Button>
        <Button
          variant="default"
          leftSection={<IconWorldUpload size={16} />}
          disabled={saving.busy}
          title={problems.errors > 0 ? 'Solve the errors first' : 'Makes this version the one that runs'}
          onClick={() => void saving.publish()}
        >
          Publish
        </Button>
        <Button
          leftSection={<IconPlayerPlay size={16} />}
          title={problems.errors > 0 ? 'Solve the errors first' : `${mod}Enter`}
          disabled={saving.busy}
          onClick={saving.run}
        >
          Run
        </Button>
      </Group>
    </header>
  );
}

function NameField({ fallback }: { readonly fallback: string }) {
  const name = useDesigner(({ document }) => document.definition.name) ?? fallback;
  const [draft, setDraft, commit] = useDraft(name, (next) => {
    if (next.trim()) edit({ kind: 'set-details', name: next });
  });
  return (
    <TextInput
      aria-label="Name of the workflow"
      variant="unstyled"
      className={classes.name}
      maxLength={200}
      value={draft}
      title={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
    />
  );
}

interface ToolProperties {
  readonly icon: TablerIcon;
  readonly label: string;
  readonly keys: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon: Icon, label, keys, disabled = false, pressed, onClick }: ToolProperties) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        size={34}
        variant={pressed ? 'light' : 'subtle'}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

interface ProblemsButtonProperties {
  readonly problems: ProblemIndex;
  readonly shown: boolean;
  readonly onClick: () => void;
}

function ProblemsButton({ problems, shown, onClick }: ProblemsButtonProperties) {
  const { errors, warnings } = problems;
  const [Icon, color] =
    errors > 0
      ? ([IconExclamationCircle, 'red'] as const)
      : warnings > 0
        ? ([IconAlertTriangle, 'yellow'] as const)
        : ([IconCircleCheck, 'teal'] as const);
  const words =
    errors > 0 ? plural(errors, 'error') : warnings > 0 ? plural(warnings, 'warning') : 'No problems';
  return (
    <Button
      variant={shown ? 'light' : 'subtle'}
      color={color}
      px={10}
      leftSection={<Icon size={17} />}
      aria-expanded={shown}
      onClick={onClick}
    >
      {words}
      {errors > 0 && warnings > 0 && (
        <Badge ml={6} size="sm" color="yellow" variant="light" aria-label={plural(warnings, 'warning')}>
          {warnings}
        </Badge>
      )}
    </Button>
  );
}
