import { useMemo, useState } from 'react';
import type { WorkflowDefinition } from '#definition';
import { containmentOf } from '../canvas/containment.js';
import type { LiveExecutionFragment } from '../graphql/generated/graphql.js';
import { roundPath } from './instance-path.js';
import { loopCounts } from './loop-counts.js';
import type { LoopCounts } from './loop-counts.js';
import type { Rounds } from './rounds-context.js';
import { choiceFor, shownInstances } from './shown-instances.js';
import type { RoundChoice } from './shown-instances.js';
import { stepRows } from './step-rows.js';
import { useInnerSteps } from './use-inner-steps.js';
import { useLoopTotals } from './use-loop-totals.js';

const nothingChosen: RoundChoice = new Map();

export interface Instances extends Rounds {
  /** Chooses rounds so that the instance at a path is shown. */
  readonly show: (path: string) => void;
}

/**
 * Which rounds are shown, and all that is known of what is in them.
 * @param outer the loop around the whole workflow, of a run over a table
 */
export function useInstances(
  execution: LiveExecutionFragment | null,
  definition: WorkflowDefinition,
  outer: string | null,
): Instances {
  const [choice, setChoice] = useState(nothingChosen);
  const { id = '', steps, stepsOmitted = 0, sequence = 0, input } = execution ?? {};
  const paged = stepsOmitted > 0;
  const outline = useMemo(() => stepRows(steps ?? []), [steps]);
  const expected = useMemo(
    () => shownInstances(definition, outline, choice, outer),
    [definition, outline, choice, outer],
  );
  const inner = useInnerSteps(id, paged ? innerScopes(definition, expected) : '', sequence);
  const totals = useLoopTotals(
    id,
    paged ? [...loopsIn(definition, expected.paths).values()].join(' ') : '',
    sequence,
  );
  const rows = useMemo(
    () => (inner.length === 0 ? outline : stepRows([...outline.all, ...inner])),
    [outline, inner],
  );
  const { paths, rounds } = useMemo(
    () => shownInstances(definition, rows, choice, outer),
    [definition, rows, choice, outer],
  );
  const counts = useMemo(() => {
    const loops = loopsIn(definition, paths);
    return new Map(
      [...loops].flatMap(([stepId, path]): readonly (readonly [string, LoopCounts])[] => {
        const step = definition.steps.find((one) => one.id === stepId);
        return step ? [[path, loopCounts(step, path, rows, input, totals.get(path) ?? null)]] : [];
      }),
    );
  }, [definition, paths, rows, input, totals]);
  return useMemo(
    () => ({
      ...{ executionId: id, rows, paths, shown: rounds, counts, paged },
      statusOf: (loop: string, round: number) =>
        rows.at(roundPath(loop, round))?.status ??
        (paged ? outline : rows).rounds(loop).get(round)?.status ??
        null,
      choose: (loop: string, round: number) => setChoice((before) => new Map(before).set(loop, round)),
      show: (path: string) => setChoice((before) => choiceFor(path, before)),
    }),
    [id, rows, outline, paths, rounds, counts, paged],
  );
}

function loopsIn(
  { steps }: WorkflowDefinition,
  paths: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    steps.flatMap(({ id, type }) => {
      const path = paths.get(id);
      return type === 'loop' && path !== undefined ? [[id, path] as const] : [];
    }),
  );
}

/** The rounds that are shown, and the containers inside of them. */
function innerScopes(
  definition: WorkflowDefinition,
  { paths, rounds }: Pick<ReturnType<typeof shownInstances>, 'paths' | 'rounds'>,
): string {
  const tries = containmentOf(definition).outsideIn.flatMap(({ id, type }) => {
    const path = paths.get(id);
    return type === 'try' && path?.includes('[') ? [path] : [];
  });
  return [...[...rounds].map(([loop, round]) => roundPath(loop, round)), ...tries].join(' ');
}
