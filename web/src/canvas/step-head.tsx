import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconExclamationCircle,
  IconPlayerPause,
} from '@tabler/icons-react';
import { plural } from '../ui/format.js';
import { statusLook } from '../ui/status.js';
import type { StepNodeData } from './project-graph.js';
import type { StepRun } from './step-mark.js';
import { stepLook } from './step-look.js';
import classes from './step-node.module.css';

interface Properties {
  readonly data: StepNodeData;
  /** What stands under the name while nothing runs. */
  readonly line: string;
}

/** Icon, name, and how it stands: the upper part of a step and of a frame. */
export function StepHead({ data, line }: Properties) {
  const { step, mark, undoes } = data;
  const look = stepLook(step.type);
  const name = step.name ?? look.title;
  return (
    <>
      <span className={classes.icon}>
        <look.icon size={18} stroke={1.8} aria-hidden />
      </span>
      <span className={classes.words}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <span className={classes.line}>
          {mark.run ? (
            <RunLine run={mark.run} />
          ) : (
            <>
              {undoes !== null && <IconArrowBackUp size={13} className={classes.state} aria-hidden />}
              <span className={classes.type} title={line}>
                {undoes === null ? line : `Undoes ${undoes}`}
              </span>
            </>
          )}
        </span>
      </span>
      <Badges errors={mark.errors} warnings={mark.warnings} />
    </>
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
  const words = (
    <span className={classes.line}>
      <Icon size={14} className={classes.state} data-spins={spins || undefined} aria-hidden />
      <span className={classes.type} title={run.why ? undefined : text}>
        {run.why ? shortened(label, run.why) : text}
      </span>
      {run.paused && (
        <span className={classes.paused} title="Paused: nothing new starts here.">
          <IconPlayerPause size={12} aria-label="Paused" />
        </span>
      )}
    </span>
  );
  return run.why ? (
    <Tooltip label={run.why} openDelay={150} events={{ hover: true, focus: true, touch: true }}>
      {words}
    </Tooltip>
  ) : (
    words
  );
}

/** `Skipped because …` says already that it was skipped. */
function shortened(label: string, why: string): string {
  if (why.startsWith(label)) return why;
  const waits = why.replace(/^It waits/, 'Waits');
  return waits === why ? `${label}: ${why}` : waits;
}
