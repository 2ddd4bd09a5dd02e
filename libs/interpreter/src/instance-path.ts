/** The path of a step within a scope instance: `embed` in the root, `outer[2]/embed` in a loop's third round. */
export function stepPath(scopePath: string, stepId: string): string {
  return scopePath === '' ? stepId : `${scopePath}/${stepId}`;
}

/** The path and the key of a loop's round, counted from 0. */
export function roundPath(loopPath: string, index: number): string {
  return `${loopPath}[${index}]`;
}

/** The key of a region of a `try`. Its steps' paths do not name the region: their ids are unique. */
export function regionKey(tryPath: string, region: 'body' | 'finally'): string {
  return region === 'body' ? tryPath : `${tryPath}!finally`;
}

/** The path of the scope instance and the step id that a step's path names. */
export function splitPath(path: string): { readonly scopePath: string; readonly stepId: string } {
  const slash = path.lastIndexOf('/');
  return slash < 0
    ? { scopePath: '', stepId: path }
    : { scopePath: path.slice(0, slash), stepId: path.slice(slash + 1) };
}

/** True when `path` is `container` itself or stands inside it; everything is inside the empty path. */
export function isWithin(path: string, container: string): boolean {
  if (container === '' || path === container) return true;
  return path.startsWith(`${container}/`) || path.startsWith(`${container}[`);
}
