import { Badge } from '@mantine/core';
import { IconArchive, IconPencil, IconWorldCheck } from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import type { WorkflowStatus } from '../graphql/generated/graphql.js';

const looks: Readonly<Record<WorkflowStatus, { label: string; color: string; icon: TablerIcon }>> = {
  DRAFT: { label: 'Draft', color: 'gray', icon: IconPencil },
  PUBLISHED: { label: 'Published', color: 'teal', icon: IconWorldCheck },
  ARCHIVED: { label: 'Archived', color: 'orange', icon: IconArchive },
};

export function WorkflowStatusBadge({ status }: { readonly status: WorkflowStatus }) {
  const { label, color, icon: Icon } = looks[status];
  return (
    <Badge
      variant="light"
      color={color}
      radius="sm"
      tt="none"
      fw={600}
      miw="max-content"
      leftSection={<Icon size={13} aria-hidden />}
    >
      {label}
    </Badge>
  );
}
