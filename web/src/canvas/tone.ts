import type { CSSProperties } from 'react';
import { stepLook } from './step-look.js';

/** The colours of a type of step, for its style sheet. */
export function toneOf(type: string): CSSProperties {
  const { color } = stepLook(type);
  return {
    '--tone': `var(--mantine-color-${color}-6)`,
    '--tint': `var(--mantine-color-${color}-light)`,
  } as CSSProperties;
}
