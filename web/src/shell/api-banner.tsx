import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { askWhetherReady, setReachable, useApiState } from '../graphql/api-state.js';
import { apollo } from '../graphql/client.js';

/** Says that the API is away, asks every few seconds, and loads everything again once it is back. */
export function ApiBanner() {
  const reachable = useApiState((state) => state.reachable);
  const [asking, setAsking] = useState(false);

  async function ask() {
    setAsking(true);
    const ready = await askWhetherReady();
    setAsking(false);
    if (!ready) return;
    setReachable(true);
    await apollo.refetchQueries({ include: 'active' }).catch(() => undefined);
  }

  useEffect(() => {
    if (reachable) return undefined;
    const timer = setInterval(() => void ask(), 4_000);
    return () => clearInterval(timer);
  }, [reachable]);

  if (reachable) return null;
  return (
    <Group role="alert" bg="red.9" c="white" px="lg" py={8} gap="sm" wrap="nowrap">
      <IconPlugConnectedX size={18} aria-hidden />
      <Text size="sm" style={{ flex: 1 }}>
        The API cannot be reached. What you see may be out of date; the page tries again by itself.
      </Text>
      <Button size="compact-sm" variant="white" color="red" loading={asking} onClick={() => void ask()}>
        Try now
      </Button>
    </Group>
  );
}
