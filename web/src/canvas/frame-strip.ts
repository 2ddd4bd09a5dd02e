import { createContext } from 'react';
import type { ComponentType } from 'react';

/** What stands in the head of a frame beside its ports, when a page has something to put there. */
export const FrameStrip = createContext<ComponentType<{ readonly stepId: string }> | null>(null);
