import { ActionIcon, Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconX } from '@tabler/icons-react';
import { canConnect, inputPorts, outputPorts } from '#definition';
import type { ConnectionDefinition, StepDefinition, WorkflowDefinition } from '#definition';
import { edit, useDesigner } from '../store/designer-store.js';
import { nameOf } from '../store/place-names.js';
import { requestSelection } from '../store/selection-store.js';
import { StandsIn } from './stands-in.js';
import classes from './inspector.module.css';

/** A step's ties to others, to be made and cut without dragging. */
export function StepConnections({ step }: { readonly step: StepDefinition }) {
  const definition = useDesigner(({ document }) => document.definition);
  const incoming = definition.connections.filter(({ targetStep }) => targetStep === step.id);
  const outgoing = definition.connections.filter(({ sourceStep }) => sourceStep === step.id);
  return (
    <Stack gap="md">
      <section>
        <h3 className={classes.title}>Comes after</h3>
        {incoming.length === 0 && (
          <Nothing>
            {step.parent == null
              ? 'Nothing: it starts at once.'
              : 'Nothing: it starts with what it stands in.'}
          </Nothing>
        )}
        {incoming.map((connection) => (
          <Line
            key={connection.id}
            definition={definition}
            connection={connection}
            end={connection.sourceStep}
          />
        ))}
      </section>
      <section>
        <h3 className={classes.title}>Goes on to</h3>
        {outgoing.length === 0 && (
          <Nothing>
            {step.parent == null
              ? 'Nothing: its facts are part of the result.'
              : 'Nothing: it is the last one in there.'}
          </Nothing>
        )}
        {outgoing.map((connection) => (
          <Line
            key={connection.id}
            definition={definition}
            connection={connection}
            end={connection.targetStep}
          />
        ))}
      </section>
      <Select
        key={outgoing.length}
        label="Connect to"
        placeholder="Choose a step"
        searchable
        data={possibleTargets(definition, step)}
        value={null}
        onChange={(value) => {
          if (value === null) return;
          const [sourceOutput = 'out', targetStep = '', targetInput = 'in'] = JSON.parse(value) as string[];
          edit({
            kind: 'connect',
            connection: { sourceStep: step.id, sourceOutput, targetStep, targetInput },
          });
        }}
      />
      <StandsIn step={step} />
    </Stack>
  );
}

function Nothing({ children }: { readonly children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}

interface LineProperties {
  readonly definition: WorkflowDefinition;
  readonly connection: ConnectionDefinition;
  /** The step at the other end. */
  readonly end: string;
}

function Line({ definition, connection, end }: LineProperties) {
  const name = nameOf(definition, end);
  return (
    <div className={classes.row}>
      <Group gap={6} wrap="nowrap">
        <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
          {connection.sourceOutput}
        </Text>
        <IconArrowRight size={14} style={{ flexShrink: 0 }} aria-hidden />
        <Anchor component="button" type="button" size="sm" truncate onClick={() => requestSelection([end])}>
          {name}
        </Anchor>
      </Group>
      <Anchor
        component="button"
        type="button"
        size="xs"
        onClick={() => requestSelection([], [connection.id])}
      >
        {connection.condition === undefined ? 'Add a condition' : 'Condition'}
      </Anchor>
      <ActionIcon
        size="sm"
        aria-label={`Cut the connection with ${name}`}
        onClick={() => edit({ kind: 'disconnect', connectionId: connection.id })}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}

function possibleTargets(definition: WorkflowDefinition, step: StepDefinition) {
  const outputs = outputPorts(step);
  return definition.steps.flatMap((target) =>
    inputPorts(target).flatMap((input) =>
      outputs
        .filter(({ name }) => canConnect(definition, step.id, name, target.id, input.name).ok)
        .map(({ name }) => ({
          value: JSON.stringify([name, target.id, input.name]),
          label:
            outputs.length > 1 ? `${name} → ${nameOf(definition, target.id)}` : nameOf(definition, target.id),
        })),
    ),
  );
}
