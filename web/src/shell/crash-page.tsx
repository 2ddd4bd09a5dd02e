import { Button, Code, Group } from '@mantine/core';
import { IconBugOff } from '@tabler/icons-react';
import { useRouteError } from 'react-router';
import { EmptyState } from '../ui/empty-state.js';

/** What stands in for a page that failed to draw. */
export function CrashPage() {
  const error = useRouteError();
  return (
    <EmptyState
      icon={IconBugOff}
      title="This page failed"
      action={
        <Group>
          <Button onClick={() => location.reload()}>Load again</Button>
          <Button variant="default" component="a" href="/workflows">
            Go to the workflows
          </Button>
        </Group>
      }
    >
      Nothing that was saved is lost. <Code>{error instanceof Error ? error.message : String(error)}</Code>
    </EmptyState>
  );
}
