import { Container, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface Properties {
  readonly title: string;
  readonly summary?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every list page: title, what it is for, and what can be done. */
export function Page({ title, summary, actions, children }: Properties) {
  useDocumentTitle(`${title} · Sluice`);
  return (
    <Container size={1320} px="xl" py="lg" w="100%">
      <Group justify="space-between" align="flex-end" mb="lg" wrap="nowrap">
        <div>
          <Title order={1} fz={24} lh={1.3}>
            {title}
          </Title>
          {summary !== undefined && (
            <Text c="dimmed" size="sm">
              {summary}
            </Text>
          )}
        </div>
        {actions !== undefined && (
          <Group gap="xs" wrap="nowrap">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Container>
  );
}
