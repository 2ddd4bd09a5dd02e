import { Badge } from '@mantine/core';
import { IconAlertOctagon, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { DocumentStatus } from '../graphql/generated/graphql.js';

const looks: Readonly<Record<DocumentStatus, { label: string; color: string; icon: TablerIcon }>> = {
  UPLOADED: { label: 'Not read yet', color: 'gray', icon: IconCircleDashed },
  READY: { label: 'Ready', color: 'teal', icon: IconCircleCheck },
  FAILED: { label: 'Failed', color: 'red', icon: IconAlertOctagon },
};

export function DocumentStatusBadge({ status }: { readonly status: DocumentStatus }) {
  const { label, color, icon: Icon } = looks[status];
  return (
    <Badge
      variant="light"
      miw="max-content"
      color={color}
      radius="sm"
      tt="none"
      fw={600}
      leftSection={<Icon size={13} aria-hidden />}
    >
      {label}
    </Badge>
  );
}
