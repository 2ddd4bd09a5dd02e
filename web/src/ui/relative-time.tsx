import { Text } from '@mantine/core';
import type { TextProps } from '@mantine/core';
import { formatDateTime, formatRelative } from './format.js';
import { useNow } from './use-now.js';

interface Properties extends TextProps {
  readonly at: string;
}

/** How long ago, kept current; the full time is its title. */
export function RelativeTime({ at, ...text }: Properties) {
  const now = useNow(15_000);
  return (
    <Text component="time" span inherit {...text} dateTime={at} title={formatDateTime(at)}>
      {formatRelative(at, now)}
    </Text>
  );
}
