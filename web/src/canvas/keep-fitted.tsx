import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { fitOptions } from './canvas-settings.js';

/** Fits the graph into its canvas anew when the canvas changes its size, until somebody moves it. */
export function KeepFitted({ moved }: { readonly moved: boolean }) {
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const { fitView } = useReactFlow();

  useEffect(() => {
    if (!moved && width > 0 && height > 0) void fitView(fitOptions);
  }, [moved, width, height, fitView]);

  return null;
}
