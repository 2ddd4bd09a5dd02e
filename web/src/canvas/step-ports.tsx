import { Handle, Position } from '@xyflow/react';
import type { PortDefinition } from '#definition';
import { HEAD_HEIGHT, PORT_HEIGHT } from './geometry.js';
import type { DrawnPorts } from './geometry.js';
import { UNDO_SOURCE, UNDO_TARGET } from './undo-links.js';
import classes from './step-node.module.css';

/** Ways out of a condition that lead out of a round, so that nothing is connected to them. */
const leavesRound: Readonly<Record<string, string>> = { break: 'ends the loop', continue: 'next round' };

/** The names of the ways in and out, below the head. */
export function PortNames({ ports, type }: { readonly ports: DrawnPorts; readonly type: string }) {
  return (
    <div className={classes.ports}>
      <Column ports={ports.inputs} />
      <Column ports={ports.outputs} right leaves={type === 'condition'} />
    </div>
  );
}

function Column({
  ports,
  right = false,
  leaves = false,
}: {
  readonly ports: readonly PortDefinition[];
  readonly right?: boolean;
  readonly leaves?: boolean;
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
          {leaves && leavesRound[name] !== undefined ? `${leavesRound[name]}: ${name}` : name}
        </span>
      ))}
    </div>
  );
}

interface HandlesProperties {
  readonly ports: DrawnPorts;
  readonly type: string;
  /** Whether another step undoes it, and whether it only undoes another. */
  readonly isUndone: boolean;
  readonly undoes: boolean;
}

/** The ends that connections are drawn from and to. */
export function PortHandles({ ports, type, isUndone, undoes }: HandlesProperties) {
  return (
    <>
      {ports.inputs.map((port, index) => (
        <PortHandle key={`in-${port.name}`} port={port} index={index} side="target" />
      ))}
      {ports.outputs.map((port, index) =>
        type === 'condition' && leavesRound[port.name] !== undefined ? null : (
          <PortHandle key={`out-${port.name}`} port={port} index={index} side="source" />
        ),
      )}
      {isUndone && (
        <Handle
          id={UNDO_SOURCE}
          type="source"
          position={Position.Bottom}
          isConnectable={false}
          className={classes.hidden ?? ''}
        />
      )}
      {undoes && (
        <Handle
          id={UNDO_TARGET}
          type="target"
          position={Position.Top}
          isConnectable={false}
          className={classes.hidden ?? ''}
        />
      )}
    </>
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
