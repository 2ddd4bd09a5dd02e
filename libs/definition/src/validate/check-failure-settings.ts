import type { Graph } from '../graph/graph.js';
import { durationMs } from '../plan/durations.js';
import { findStepType } from '../steps/catalogue.js';
import type { StepDefinition } from '../workflow-definition.js';
import type { ProblemSink } from './problem-sink.js';

/** What a step says about time and failure: durations are some, and each setting has a use. */
export function checkFailureSettings(
  step: StepDefinition,
  index: number,
  graph: Graph,
  sink: ProblemSink,
): void {
  checkDurations(step, index, sink);
  if (step.onError === 'block') checkBlock(step, index, graph, sink);
  if (step.defaultOutput !== undefined && step.onError !== 'continue') {
    const message = 'The default output is used only with onError "continue".';
    const at = ['defaultOutput'];
    sink.step(index, step, { code: 'DEFAULT_OUTPUT_UNUSED', severity: 'hint', message, at });
  }
  if (step.blockDeadline !== undefined && step.onError !== 'block') {
    const message = 'The block deadline is used only with onError "block".';
    const at = ['blockDeadline'];
    sink.step(index, step, { code: 'BLOCK_DEADLINE_UNUSED', severity: 'hint', message, at });
  }
}

function checkBlock(step: StepDefinition, index: number, graph: Graph, sink: ProblemSink): void {
  const isContainer = findStepType(step.type)?.regions !== undefined;
  if (!isContainer && !graph.undoes.has(index)) return;
  const message = isContainer
    ? `A ${step.type} cannot block; set onError "block" on the steps inside it.`
    : 'A step that undoes another cannot block.';
  sink.step(index, step, { code: 'BLOCK_NOT_ALLOWED', message, at: ['onError'] });
}

function checkDurations(step: StepDefinition, index: number, sink: ProblemSink): void {
  const durations = [
    [['timeout'], step.timeout],
    [['blockDeadline'], step.blockDeadline],
    [['retry', 'initialInterval'], step.retry?.initialInterval],
    [['retry', 'maximumInterval'], step.retry?.maximumInterval],
  ] as const;
  for (const [at, text] of durations) {
    if (text === undefined || durationMs(text) !== null) continue;
    const message = `"${text.slice(0, 40)}" is no duration; write for example 500ms, 30s, 5m, 2h or 7d (30 days at most).`;
    sink.step(index, step, { code: 'FIELD_VALUE', message, at });
  }
}
