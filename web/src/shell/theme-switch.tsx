import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import classes from './shell.module.css';

/** Changes between light and dark; the choice is kept, the system's is the start. */
export function ThemeSwitch({ narrow }: { readonly narrow: boolean }) {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const next = scheme === 'dark' ? 'light' : 'dark';
  const label = next === 'dark' ? 'Dark theme' : 'Light theme';
  const Icon = next === 'dark' ? IconMoon : IconSun;
  return (
    <button
      type="button"
      className={classes.action}
      aria-label={label}
      title={narrow ? label : undefined}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={19} stroke={1.7} aria-hidden />
      <span className={classes.word}>{label}</span>
    </button>
  );
}
