import { Menu, Text } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { apollo } from '../graphql/client.js';
import { signOut } from '../session/session-api.js';
import { useSessionStore } from '../session/session-store.js';
import classes from './shell.module.css';

export function UserMenu({ narrow }: { readonly narrow: boolean }) {
  const user = useSessionStore((state) => state.session?.user);
  if (!user) return null;
  const name = user.displayName || user.email;

  async function leave() {
    await signOut();
    await apollo.clearStore();
  }

  return (
    <Menu position="right-end" width={230}>
      <Menu.Target>
        <button
          type="button"
          className={classes.action}
          aria-label={`Account of ${name}`}
          title={narrow ? name : undefined}
        >
          <IconUserCircle size={19} stroke={1.7} aria-hidden />
          <span className={classes.word}>{name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {name}
          </Text>
          <Text size="xs" truncate>
            {user.email}
          </Text>
          <Text size="xs">{user.role === 'ADMIN' ? 'Administrator' : 'Member'}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
