import { memo, useMemo } from 'react';
import { IconSitemap } from '@tabler/icons-react';
import type { WorkflowDefinition } from '#definition';
import { plural } from '../ui/format.js';
import { previewGraph } from './graph-preview.js';
import type { PreviewBox } from './graph-preview.js';
import classes from './graph-thumbnail.module.css';

/** A workflow drawn small enough for a list. */
export const GraphThumbnail = memo(function GraphThumbnail({
  definition,
}: {
  readonly definition: WorkflowDefinition;
}) {
  const preview = useMemo(() => previewGraph(definition), [definition]);
  if (!preview) {
    return (
      <div className={classes.none}>
        <IconSitemap size={22} stroke={1.4} aria-hidden />
        <span>
          {definition.steps.length === 0 ? 'No steps yet' : plural(definition.steps.length, 'step')}
        </span>
      </div>
    );
  }
  return (
    <svg
      className={classes.drawing}
      viewBox={preview.viewBox}
      role="img"
      aria-label={plural(definition.steps.length, 'step')}
    >
      {preview.boxes
        .filter(({ isFrame }) => isFrame)
        .map((box) => (
          <PreviewBoxView key={box.id} box={box} />
        ))}
      {preview.lines.map(({ id, path, conditional }) => (
        <path
          key={id}
          d={path}
          className={classes.line}
          strokeDasharray={conditional ? '16 12' : undefined}
        />
      ))}
      {preview.boxes
        .filter(({ isFrame }) => !isFrame)
        .map((box) => (
          <PreviewBoxView key={box.id} box={box} />
        ))}
    </svg>
  );
});

function PreviewBoxView({ box }: { readonly box: PreviewBox }) {
  const { x, y, width, height, category, isFrame } = box;
  return (
    <g data-category={category} data-frame={isFrame || undefined} className={classes.box}>
      <rect x={x} y={y} width={width} height={height} rx={16} className={classes.frame} />
      <rect x={x + 16} y={y + 18} width={30} height={30} rx={8} className={classes.icon} />
      <rect x={x + 60} y={y + 26} width={106} height={14} rx={7} className={classes.text} />
    </g>
  );
}
