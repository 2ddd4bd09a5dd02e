import { Alert, Anchor, Code, Text } from '@mantine/core';
import { IconAlertOctagon } from '@tabler/icons-react';
import { adviceFor } from './error-advice.js';

interface Properties {
  readonly error: { readonly code: string; readonly message: string; readonly attempt?: number | null };
  /** The failed step's name, and how to get to it. */
  readonly step?: { readonly name: string; readonly onOpen: () => void };
}

/** What failed: the step, the cause, and what to try. */
export function ErrorNotice({ error, step }: Properties) {
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertOctagon size={20} />}
      title={step ? `“${step.name}” failed` : 'Failed'}
    >
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {error.message}
      </Text>
      <Text size="sm" mt={6}>
        <b>What to try:</b> {adviceFor(error.code)}
      </Text>
      <Text size="xs" c="dimmed" mt={6}>
        <Code>{error.code}</Code>
        {typeof error.attempt === 'number' && error.attempt > 1 && ` after ${error.attempt} attempts`}
        {step && (
          <>
            {' · '}
            <Anchor
              component="button"
              type="button"
              inherit
              c="var(--mantine-color-text)"
              underline="always"
              onClick={step.onOpen}
            >
              Show the step
            </Anchor>
          </>
        )}
      </Text>
    </Alert>
  );
}
