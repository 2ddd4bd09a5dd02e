import { useComputedColorScheme } from '@mantine/core';
import JsonView from '@uiw/react-json-view';
import { githubDarkTheme } from '@uiw/react-json-view/githubDark';
import { githubLightTheme } from '@uiw/react-json-view/githubLight';

const plainBackground = {
  '--w-rjv-background-color': 'transparent',
  '--w-rjv-info-color': 'var(--sluice-faint)',
  '--w-rjv-font-family': 'var(--mantine-font-family-monospace)',
};

/** Any JSON value as a tree to open and copy from. */
export function JsonPanel({
  value,
  collapsed = 2,
}: {
  readonly value: unknown;
  readonly collapsed?: number;
}) {
  const scheme = useComputedColorScheme('light');
  const style = {
    ...(scheme === 'dark' ? githubDarkTheme : githubLightTheme),
    ...plainBackground,
    fontSize: 12.5,
  };
  return (
    // Focusable, because long lines scroll sideways.
    <div role="group" aria-label="JSON" tabIndex={0} style={{ overflowX: 'auto' }}>
      <JsonView
        className=""
        value={typeof value === 'object' && value !== null ? value : { value }}
        style={style}
        collapsed={collapsed}
        displayDataTypes={false}
        shortenTextAfterLength={240}
      />
    </div>
  );
}
