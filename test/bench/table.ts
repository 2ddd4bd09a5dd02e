import type { Comparison } from './compare.js';
import type { LongRunResult } from './long-run.js';
import type { Machine } from './machine.js';
import type { StartupTimes } from './startup.js';

export interface BenchResult {
  readonly at: string;
  readonly machine: Machine;
  readonly startup: StartupTimes;
  readonly workloads: readonly Comparison[];
  readonly longRuns: readonly LongRunComparison[];
}

export interface LongRunComparison {
  readonly name: string;
  readonly runs: readonly LongRunResult[];
}

/** The result as Markdown. */
export function table({ machine, startup, workloads, longRuns }: BenchResult): string {
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
    '',
    '| Long run | Way | Seconds | A second | Ratio | Runs | Longest history | Memory of the worker | Growth |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...longRuns.flatMap(({ name, runs }) => runs.map((run) => `| ${name} | ${longRunCells(run, runs)} |`)),
  ].join('\n');
}

function longRunCells(run: LongRunResult, runs: readonly LongRunResult[]): string {
  const { longestHistory, memory, growth } = run;
  return [
    run.name,
    run.seconds.toFixed(1),
    run.perSecond.toFixed(0),
    (run.perSecond / (runs[0]?.perSecond ?? Number.NaN)).toFixed(2),
    run.runs,
    `${longestHistory.events} events, ${Math.round(longestHistory.bytes / 1024)} KiB`,
    `${memory.map(({ rss }) => rss).join(' ')} MB`,
    `${(growth.rss * 100).toFixed(0)} %`,
  ].join(' | ');
}
