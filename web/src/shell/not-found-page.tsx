import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconCompassOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.js';

export function NotFoundPage() {
  useDocumentTitle('Not found · Sluice');
  return (
    <EmptyState
      icon={IconCompassOff}
      title="There is nothing here"
      action={
        <Button component={Link} to="/workflows">
          Go to the workflows
        </Button>
      }
    >
      The address may be mistyped, or what it named has been deleted.
    </EmptyState>
  );
}
