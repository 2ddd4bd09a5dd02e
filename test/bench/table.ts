import type { Comparison } from './compare.js';
import type { Machine } from './machine.js';
import type { StartupTimes } from './startup.js';

export interface BenchResult {
  readonly at: string;
  readonly machine: Machine;
  readonly startup: StartupTimes;
  readonly workloads: readonly Comparison[];
}

/** The result as Markdown. */
export function table({ machine, startup, workloads }: BenchResult): string {
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node.js ${machine.node}`,
    '',
    `Start on new data ${startup.newData.toFixed(1)} s, second start ${startup.secondStart.toFixed(1)} s.`,
    '',
    '| Workload | Way | Executions a second | Median time | Ratio |',
    '| --- | --- | --- | --- | --- |',
    ...workloads.flatMap(({ name, contenders }) =>
      contenders.map(
        (row) =>
          `| ${name} | ${row.name} | ${row.perSecond.toFixed(1)} | ${Math.round(row.medianMs)} ms | ${row.ratio.toFixed(2)} |`,
      ),
    ),
  ].join('\n');
}
