import { Button } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';

/** Begins a rerun at the step or the row that is shown. */
export function RerunButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconRestore size={14} />}
      style={{ alignSelf: 'flex-start' }}
      onClick={onClick}
    >
      Rerun from here…
    </Button>
  );
}
