import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { describeError } from './describe-error.js';

interface Properties {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** A request that failed, where its result would stand. */
export function FailureNotice({ error, title, onRetry }: Properties) {
  const failure = describeError(error);
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} />}
      title={title ?? failure.message}
      role="alert"
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {title !== undefined && `${failure.message} `}
          {failure.advice}
        </Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}
