/**
 * The part that a target names, seen from another part (RFC 3986, 5.2.4): without `.` and `..`, which lead no
 * higher than the archive's root.
 */
export function resolvePartName(base: string, target: string): string {
  const [path = ''] = target.replaceAll('\\', '/').split('#');
  const steps = path.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
