import { Button, Group, Menu, Text, ThemeIcon } from '@mantine/core';
import { IconBell, IconChevronDown, IconHandStop, IconUserQuestion } from '@tabler/icons-react';
import type { TablerIcon } from '@tabler/icons-react';
import { needSentence } from './needs-you.js';
import type { Need } from './needs-you.js';
import classes from './needs-you-notice.module.css';

interface Properties {
  readonly needs: readonly Need[];
  readonly onOpen: (path: string) => void;
}

const icons: Readonly<Record<Need['kind'], TablerIcon>> = {
  decide: IconUserQuestion,
  repair: IconHandStop,
  send: IconBell,
};
const verbs: Readonly<Record<Need['kind'], string>> = {
  decide: 'Decide',
  repair: 'Look at it',
  send: 'Open',
};

/** So many are named in the menu; the table of steps has them all. */
const MOST_NAMED = 20;

/** Says at the top of the page that something waits for a person, and leads there. */
export function NeedsYouNotice({ needs, onOpen }: Properties) {
  const [first] = needs;
  if (!first) return null;
  const { kind, row, yours } = first;
  const Icon = icons[kind];
  const others = needs.slice(1, MOST_NAMED);
  return (
    <section className={classes.notice} aria-label={yours ? 'Needs you' : 'Waits for somebody'}>
      <ThemeIcon size={28} radius="xl" color="yellow" variant="light">
        <Icon size={17} aria-hidden />
      </ThemeIcon>
      <Text size="sm" className={classes.text}>
        <b>{yours ? 'Needs you' : 'Waits for somebody'}:</b> {needSentence(first)}
      </Text>
      <Group gap="xs" wrap="nowrap">
        {others.length > 0 && (
          <Menu width={340} position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
                {needs.length - 1} more
              </Button>
            </Menu.Target>
            <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
              {others.map((need) => {
                const OtherIcon = icons[need.kind];
                return (
                  <Menu.Item
                    key={need.row.path}
                    leftSection={<OtherIcon size={16} aria-hidden />}
                    onClick={() => onOpen(need.row.path)}
                  >
                    <Text size="sm" lineClamp={2}>
                      {needSentence(need)}
                    </Text>
                    <Text size="xs" c="dimmed" truncate>
                      {need.row.path}
                    </Text>
                  </Menu.Item>
                );
              })}
              {needs.length > MOST_NAMED && <Menu.Label>And {needs.length - MOST_NAMED} more.</Menu.Label>}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button size="xs" onClick={() => onOpen(row.path)}>
          {verbs[kind]}
        </Button>
      </Group>
    </section>
  );
}
