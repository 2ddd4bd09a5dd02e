import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** The product's colour: deep water. */
const water: MantineColorsTuple = [
  '#e8f7fa',
  '#d3ecf2',
  '#a5d9e5',
  '#74c5d8',
  '#4eb4cd',
  '#36a9c6',
  '#2596b4',
  '#0f7f9c',
  '#0f7490',
  '#075f78',
];

/** Dark surfaces with a little blue in them, so that colours keep their meaning. */
const dark: MantineColorsTuple = [
  '#d5dae2',
  '#b4bcc8',
  '#929cab',
  '#667182',
  '#3a4453',
  '#2c3542',
  '#222a35',
  '#1a212b',
  '#141a22',
  '#0e131a',
];

export const theme = createTheme({
  primaryColor: 'water',
  primaryShade: { light: 8, dark: 7 },
  colors: { water, dark },
  defaultRadius: 'md',
  cursorType: 'pointer',
  autoContrast: true,
  fontFamily:
    "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '650' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 320 } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: { title: { fontWeight: 650 } },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close the notice' } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});

/** Surfaces and lines shared by all screens, by colour scheme. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--sluice-nav-width': '208px' },
  light: {
    '--sluice-canvas': '#f4f6f8',
    '--sluice-surface': '#ffffff',
    '--sluice-sunken': '#f7f9fa',
    '--sluice-line': '#e1e6eb',
    '--sluice-line-strong': '#c3ccd5',
    '--sluice-faint': '#5b6776',
    '--sluice-mark': '#fff1b8',
    '--mantine-color-dimmed': '#5b6776',
    // Mantine's own are too pale on their tints for small words (4.5 to 1 is asked for).
    ...readable({ teal: '#06603f', yellow: '#7a4a00', orange: '#93370a', red: '#a51d1d', blue: '#124e96' }),
  },
  dark: {
    '--sluice-canvas': '#10161d',
    '--sluice-surface': '#1a212b',
    '--sluice-sunken': '#161c25',
    '--sluice-line': '#2c3542',
    '--sluice-line-strong': '#465163',
    '--sluice-faint': '#9aa5b5',
    '--sluice-mark': '#5c4a12',
    '--mantine-color-dimmed': '#9aa5b5',
  },
});

function readable(colors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(colors).flatMap(([name, color]) => [
      [`--mantine-color-${name}-light-color`, color],
      [`--mantine-color-${name}-text`, color],
    ]),
  );
}
