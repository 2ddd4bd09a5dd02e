import { Handle, Position, useStore, useUpdateNodeInternals } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { IconAlertTriangle, IconExclamationCircle } from '@tabler/icons-react';
import { memo, useEffect } from 'react';
import type { PortDefinition } from '#definition';
import { plural } from '../ui/format.js';
import { statusLook } from '../ui/status.js';
import { HEAD_HEIGHT, PORT_HEIGHT } from './geometry.js';
import type { StepNode } from './project-graph.js';
import type { StepRun } from './step-mark.js';
import { stepLook } from './step-look.js';
import classes from './step-node.module.css';

/** Below this zoom names cannot be read, and a plain box is drawn in their place. */
const DETAIL_ZOOM = 0.35;

/** A step on the canvas. Reads its data alone, so that it is drawn again only when they change. */
export const StepNodeView = memo(function StepNodeView({ id, data, selected }: NodeProps<StepNode>) {
  const { step, ports, mark } = data;
  const look = stepLook(step.type);
  const plain = useStore((state) => state.transform[2] < DETAIL_ZOOM);
  const update = useUpdateNodeInternals();
  const portKey = [...ports.inputs, ...ports.outputs].map(({ name }) => name).join('|');

  useEffect(() => update(id), [id, portKey, update]);

  const name = step.name ?? look.title;
  return (
    <div
      className={classes.step}
      data-selected={selected || undefined}
      data-status={mark.run?.status}
      data-faulty={mark.errors > 0 || undefined}
      data-step={id}
      style={
        {
          '--tone': `var(--mantine-color-${look.color}-6)`,
          '--tint': `var(--mantine-color-${look.color}-light)`,
        } as never
      }
    >
      {!plain && (
        <>
          <div className={classes.head}>
            <span className={classes.icon}>
              <look.icon size={18} stroke={1.8} aria-hidden />
            </span>
            <span className={classes.words}>
              <span className={classes.name} title={name}>
                {name}
              </span>
              <span className={classes.line}>
                {mark.run ? <RunLine run={mark.run} /> : <span className={classes.type}>{look.title}</span>}
              </span>
            </span>
            <Badges errors={mark.errors} warnings={mark.warnings} />
          </div>
          <div className={classes.ports}>
            <PortNames ports={ports.inputs} />
            <PortNames ports={ports.outputs} right />
          </div>
        </>
      )}
      {ports.inputs.map((port, index) => (
        <PortHandle key={`in-${port.name}`} port={port} index={index} side="target" />
      ))}
      {ports.outputs.map((port, index) => (
        <PortHandle key={`out-${port.name}`} port={port} index={index} side="source" />
      ))}
    </div>
  );
});

function PortNames({
  ports,
  right = false,
}: {
  readonly ports: readonly PortDefinition[];
  readonly right?: boolean;
}) {
  return (
    <div
      className={classes.column}
      data-right={right || undefined}
      data-several={ports.length > 1 || undefined}
    >
      {ports.map(({ name, description }) => (
        <span
          key={name}
          className={classes.port}
          title={description}
          data-error={name === 'error' || undefined}
        >
          {name}
        </span>
      ))}
    </div>
  );
}

interface PortProperties {
  readonly port: PortDefinition;
  readonly index: number;
  readonly side: 'source' | 'target';
}

function PortHandle({ port, index, side }: PortProperties) {
  return (
    <Handle
      id={port.name}
      type={side}
      position={side === 'target' ? Position.Left : Position.Right}
      className={classes.handle}
      data-error={port.name === 'error' || undefined}
      style={{ top: HEAD_HEIGHT + (index + 0.5) * PORT_HEIGHT }}
      title={port.description}
    />
  );
}

function Badges({ errors, warnings }: { readonly errors: number; readonly warnings: number }) {
  if (errors === 0 && warnings === 0) return null;
  const isError = errors > 0;
  const Icon = isError ? IconExclamationCircle : IconAlertTriangle;
  const words = [errors > 0 && plural(errors, 'error'), warnings > 0 && plural(warnings, 'warning')]
    .filter(Boolean)
    .join(', ');
  return (
    <span
      className={classes.badge}
      data-error={isError || undefined}
      role="img"
      aria-label={words}
      title={words}
    >
      <Icon size={14} aria-hidden />
      {isError ? errors : warnings}
    </span>
  );
}

function RunLine({ run }: { readonly run: StepRun }) {
  const { label, icon: Icon, spins } = statusLook(run.status);
  const text = [label, run.line].filter(Boolean).join(' · ');
  return (
    <>
      <Icon size={14} className={classes.state} data-spins={spins || undefined} aria-hidden />
      <span className={classes.type} title={text}>
        {text}
      </span>
    </>
  );
}
