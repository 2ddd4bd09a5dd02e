import { useStore } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { containerLine } from './container-line.js';
import { useDropTarget } from './drop-target.js';
import { FrameStrip } from './frame-strip.js';
import type { DrawnRegion } from './frame.js';
import type { StepNode } from './project-graph.js';
import { StepHead } from './step-head.js';
import { DETAIL_ZOOM, usePortUpdates } from './step-node.js';
import { PortHandles, PortNames } from './step-ports.js';
import { toneOf } from './tone.js';
import classes from './frame-node.module.css';
import stepClasses from './step-node.module.css';

/** A container: a frame around the steps in it. Its head is what it is moved and chosen by. */
export const FrameNodeView = memo(function FrameNodeView({ id, data, selected }: NodeProps<StepNode>) {
  const { step, ports, mark, undoes, frame } = data;
  const plain = useStore((state) => state.transform[2] < DETAIL_ZOOM);
  const Strip = useContext(FrameStrip);
  usePortUpdates(id, data);
  return (
    <div
      className={`${stepClasses.step} ${classes.frame}`}
      data-selected={selected || undefined}
      data-status={mark.run?.status}
      data-faulty={mark.errors > 0 || undefined}
      data-lit={mark.lit || undefined}
      data-step={id}
      data-frame
      style={toneOf(step.type)}
    >
      <div className={classes.top} data-frame-head style={{ height: frame?.regions[0]?.top }}>
        {!plain && (
          <>
            <div className={`${stepClasses.head} ${classes.head}`}>
              <StepHead data={data} line={containerLine(step)} />
            </div>
            <PortNames ports={ports} type={step.type} />
            {Strip && (
              <div className={classes.strip}>
                <Strip stepId={id} />
              </div>
            )}
          </>
        )}
      </div>
      {frame?.regions.map((region) => (
        <RegionView key={region.region} stepId={id} region={region} named={frame.regions.length > 1} />
      ))}
      <PortHandles
        ports={ports}
        type={step.type}
        isUndone={step.compensateWith !== undefined}
        undoes={undoes !== null}
      />
    </div>
  );
});

const captions = { body: 'Tries these steps', finally: 'Then always these' } as const;

interface RegionProperties {
  readonly stepId: string;
  readonly region: DrawnRegion;
  readonly named: boolean;
}

function RegionView({ stepId, region: { region, top, height, empty }, named }: RegionProperties) {
  const target = useDropTarget((place) => place?.parent === stepId && place.region === region);
  return (
    <div
      className={classes.region}
      data-region={region}
      data-of={stepId}
      data-drop={target || undefined}
      style={{ top, height }}
    >
      {named && <span className={classes.caption}>{captions[region]}</span>}
      {empty && <span className={classes.empty}>Drop steps here</span>}
    </div>
  );
}
