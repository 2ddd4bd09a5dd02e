import { Button, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconUser } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { EventLevel, LoggedEventFragment } from '../graphql/generated/graphql.js';
import { logMessage } from './log-message.js';
import classes from './execution-log.module.css';

const LINE_HEIGHT = 24;
/** Nearer to the end than this counts as being at the end. */
const NEAR_END = 28;

const levels: Readonly<Record<EventLevel, string>> = {
  DEBUG: 'debug',
  INFO: 'info',
  WARNING: 'warning',
  ERROR: 'error',
};

/** The log, following its end until somebody scrolls up. */
export function ExecutionLog({ log }: { readonly log: readonly LoggedEventFragment[] }) {
  const viewport = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useState(true);
  const [seen, setSeen] = useState(0);
  const lines = useVirtualizer({
    count: log.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 12,
    getItemKey: (index) => log[index]?.sequence ?? index,
  });

  useEffect(() => {
    if (follows && log.length > 0) lines.scrollToIndex(log.length - 1, { align: 'end' });
  }, [follows, log.length, lines]);

  function onScroll() {
    const element = viewport.current;
    if (!element) return;
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END;
    setFollows(atEnd);
    if (atEnd) setSeen(log.length);
    else if (follows) setSeen(log.length);
  }

  const fresh = follows ? 0 : log.length - seen;
  return (
    <div className={classes.frame}>
      <div
        ref={viewport}
        className={classes.viewport}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label="Log"
      >
        {log.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            Nothing has been logged yet.
          </Text>
        )}
        <div style={{ height: lines.getTotalSize(), position: 'relative' }}>
          {lines.getVirtualItems().map(({ index, key, start }) => {
            const event = log[index];
            return event ? (
              <div
                key={key}
                ref={lines.measureElement}
                data-index={index}
                className={classes.line}
                data-level={levels[event.level]}
                data-control={event.kind.startsWith('control.') || undefined}
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className={classes.time}>{timeOf(event.at)}</span>
                <span className={classes.level}>{levels[event.level]}</span>
                <span className={classes.path} title={event.path ?? undefined}>
                  {event.path}
                </span>
                <span className={classes.message}>
                  {event.kind.startsWith('control.') && (
                    <IconUser size={13} className={classes.person} aria-label="Done by a person" />
                  )}
                  {logMessage(event)}
                </span>
              </div>
            ) : null;
          })}
        </div>
      </div>
      {!follows && (
        <Button
          size="compact-sm"
          className={classes.follow}
          leftSection={<IconArrowDown size={14} />}
          onClick={() => setFollows(true)}
        >
          {fresh > 0 ? `${fresh} new` : 'To the end'}
        </Button>
      )}
    </div>
  );
}

/** The time of day with milliseconds: events of one execution are close together. */
function timeOf(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const milliseconds = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${milliseconds}`;
}
