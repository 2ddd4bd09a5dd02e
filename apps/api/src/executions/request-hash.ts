import { createHash } from 'node:crypto';

/** What an execution was asked for, as one short text: equal requests give the same, however their names are ordered. */
export function requestHash(request: {
  readonly workflowId: string;
  readonly input?: unknown;
  readonly documentIds: readonly string[];
}): string {
  const { workflowId, input, documentIds } = request;
  const asked = [workflowId.toLowerCase(), input ?? {}, [...documentIds].sort()];
  return createHash('sha256').update(sortedText(asked)).digest('hex');
}

function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    const entries = Object.entries(inner);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
