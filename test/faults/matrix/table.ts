import type { Machine } from '../../bench/machine.js';
import type { Verdict } from './verdict.js';

export interface MatrixResult {
  readonly at: string;
  readonly machine: Machine;
  readonly size: string;
  readonly seed: number;
  readonly verdicts: readonly Verdict[];
}

/** The result as Markdown. */
export function table({ machine, size, seed, verdicts }: MatrixResult): string {
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node.js ${machine.node}`,
    '',
    `Size ${size}, seed ${seed}. Times in seconds: median and longest.`,
    '',
    '| Killed | Kills | Executions | Lost | Repeated | Miscounted | Unlike history | Until ready | Restart to first step | Round |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...verdicts.map((verdict) => `| ${cells(verdict).join(' | ')} |`),
  ].join('\n');
}

function cells(verdict: Verdict): readonly (string | number)[] {
  const { kind, kills, executions, lost, repeated, miscounted, differing, seconds } = verdict;
  return [
    kind,
    kills.length,
    executions,
    lost.length,
    repeated.length,
    miscounted.length,
    differing.length,
    spread(kills.map(({ untilReady }) => untilReady)),
    spread(kills.flatMap(({ untilFirstStep }) => untilFirstStep ?? [])),
    Math.round(seconds),
  ];
}

function spread(values: readonly number[]): string {
  if (values.length === 0) return '–';
  const sorted = [...values].sort((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return `${median.toFixed(1)}, ${(sorted.at(-1) ?? 0).toFixed(1)}`;
}
