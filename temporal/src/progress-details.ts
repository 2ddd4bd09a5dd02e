import type { ExecutionStatusRecord } from '#interpreter';

/** Names shown before the rest is only counted. */
const SHOWN = 10;

/** What the Temporal Web UI shows while an execution runs, as Markdown. */
export function progressDetails(
  { status, progress }: Pick<ExecutionStatusRecord, 'status' | 'progress'>,
  running: readonly string[],
): string {
  const head = `**${status}**, ${progress.done} of ${progress.known} steps ended`;
  if (running.length === 0) return head;
  const names = running.slice(0, SHOWN).map((name) => `- ${escapeMarkdown(name)}`);
  const rest = running.length > SHOWN ? [`- and ${running.length - SHOWN} more`] : [];
  return [head, '', 'Running now:', '', ...names, ...rest].join('\n');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!]/g, '\\$&').replace(/\s+/g, ' ');
}
