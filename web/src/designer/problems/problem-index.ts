import type { Problem } from '#definition';

/** Problems by what they are about, for badges and fields. */
export interface ProblemIndex {
  readonly all: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  readonly byStep: ReadonlyMap<string, readonly Problem[]>;
  readonly byConnection: ReadonlyMap<string, readonly Problem[]>;
}

/** Problems of one step by the place within it: `/configuration/limit`. */
export type ProblemsByPlace = ReadonlyMap<string, readonly Problem[]>;

export function indexProblems(all: readonly Problem[]): ProblemIndex {
  return {
    all,
    errors: all.filter(({ severity }) => severity === 'error').length,
    warnings: all.filter(({ severity }) => severity === 'warning').length,
    byStep: group(all, ({ stepId }) => stepId),
    byConnection: group(all, ({ connectionId }) => connectionId),
  };
}

/** Cuts `/steps/3` or `/connections/1` off the paths, so that fields find what is about them. */
export function problemsByPlace(problems: readonly Problem[]): ProblemsByPlace {
  return group(problems, ({ path }) => path.replace(/^\/(steps|connections)\/\d+/, ''));
}

/** What is wrong at a place or anywhere inside of it. */
export function problemsUnder(byPlace: ProblemsByPlace, place: string): readonly Problem[] {
  return [...byPlace].flatMap(([path, problems]) =>
    path === place || path.startsWith(`${place}/`) ? problems : [],
  );
}

/** What is wrong at a place, in one text for a field. */
export function messagesAt(byPlace: ProblemsByPlace, place: string): string | undefined {
  return byPlace
    .get(place)
    ?.map(({ message }) => message)
    .join(' ');
}

function group(
  problems: readonly Problem[],
  keyOf: (problem: Problem) => string | undefined,
): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = keyOf(problem);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(problem);
    else groups.set(key, [problem]);
  }
  return groups;
}
