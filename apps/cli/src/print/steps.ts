import type { ExecutionStep } from '../run/execution.js';

/** Lines for the steps whose state is not in `seen` yet; adds them there. */
export function newStepLines(steps: readonly ExecutionStep[], seen: Map<string, string>): readonly string[] {
  const lines: string[] = [];
  for (const step of steps) {
    const key = `${step.path}#${step.attempt}`;
    const line = stepLine(step);
    if (step.status === 'PENDING' || seen.get(key) === line) continue;
    seen.set(key, line);
    lines.push(line);
  }
  return lines;
}

const SIGNS: Readonly<Record<string, string>> = {
  RUNNING: '…',
  WAITING: '…',
  BLOCKED: '!',
  COMPLETED: '✓',
  FAILED: '✗',
  SKIPPED: '-',
  CANCELLED: '✗',
};

function stepLine(step: ExecutionStep): string {
  const attempt = step.attempt > 1 ? ` (attempt ${step.attempt})` : '';
  const details = [
    step.status.toLowerCase(),
    step.status === 'RUNNING' && step.progress !== null ? step.progress.message : '',
    step.durationMs === null ? '' : `${(step.durationMs / 1000).toFixed(1)} s`,
    step.error === null ? '' : `${step.error.message} [${step.error.code}]`,
    step.reason ?? '',
  ].filter((part) => part !== '');
  return `${SIGNS[step.status] ?? ' '} ${step.name}${attempt}: ${details.join(', ')}\n`;
}
