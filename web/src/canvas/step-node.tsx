import { useStore, useUpdateNodeInternals } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo, useEffect } from 'react';
import type { StepNode } from './project-graph.js';
import { StepHead } from './step-head.js';
import { stepLook } from './step-look.js';
import { PortHandles, PortNames } from './step-ports.js';
import { toneOf } from './tone.js';
import classes from './step-node.module.css';

/** Below this zoom names cannot be read, and a plain box is drawn in their place. */
export const DETAIL_ZOOM = 0.35;

/** A step on the canvas. Reads its data alone, so that it is drawn again only when they change. */
export const StepNodeView = memo(function StepNodeView({ id, data, selected }: NodeProps<StepNode>) {
  const { step, ports, mark, undoes } = data;
  const plain = useStore((state) => state.transform[2] < DETAIL_ZOOM);
  usePortUpdates(id, data);
  return (
    <div
      className={classes.step}
      data-selected={selected || undefined}
      data-status={mark.run?.status}
      data-faulty={mark.errors > 0 || undefined}
      data-lit={mark.lit || undefined}
      data-undoes={undoes ?? undefined}
      data-step={id}
      style={toneOf(step.type)}
    >
      {!plain && (
        <>
          <div className={classes.head}>
            <StepHead data={data} line={stepLook(step.type).title} />
          </div>
          <PortNames ports={ports} type={step.type} />
        </>
      )}
      <PortHandles
        ports={ports}
        type={step.type}
        isUndone={step.compensateWith !== undefined}
        undoes={undoes !== null}
      />
    </div>
  );
});

/** Tells the canvas when ports have come or gone, so that connections end where they are drawn. */
export function usePortUpdates(id: string, { step, ports, undoes }: StepNode['data']): void {
  const update = useUpdateNodeInternals();
  const names = [...ports.inputs, ...ports.outputs].map(({ name }) => name);
  const key = [...names, step.compensateWith ?? '', undoes ?? ''].join('|');
  useEffect(() => update(id), [id, key, update]);
}
