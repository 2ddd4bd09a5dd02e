import { Alert, Anchor, Text } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { UnreadDocuments } from './unread-documents.js';

/** Which documents were left out, and why. */
export function UnreadNotice({ unread }: { readonly unread: UnreadDocuments }) {
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconFileAlert size={20} />}
      title={unread.summary}
      data-testid="unread"
    >
      {unread.documents.map(({ name, reason }, index) => (
        <Text key={index} size="sm" style={{ overflowWrap: 'anywhere' }}>
          <b>{name}</b>
          {reason && `: ${reason}`}
        </Text>
      ))}
      <Text size="xs" c="dimmed" mt={6}>
        {unread.unnamed > 0 && `And ${unread.unnamed} more. `}
        The others were used.{' '}
        <Anchor component={Link} to="/documents" inherit>
          Open Documents
        </Anchor>
      </Text>
    </Alert>
  );
}
