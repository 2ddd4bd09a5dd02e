import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { checkDefinition } from '#definition';
import { useDesigner } from '../store/designer-store.js';
import { indexProblems } from './problem-index.js';
import type { ProblemIndex } from './problem-index.js';

/** A pause in typing this long starts a check. */
const PAUSE_MS = 180;

/** Everything that is wrong with the definition, checked here in the browser while it is edited. */
export function useProblems(): ProblemIndex {
  const definition = useDesigner(({ document }) => document.definition);
  const [settled] = useDebouncedValue(definition, PAUSE_MS);
  return useMemo(() => indexProblems(checkDefinition(settled).problems), [settled]);
}
