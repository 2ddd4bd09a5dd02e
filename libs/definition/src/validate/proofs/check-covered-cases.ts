import type { WorkflowDefinition } from '../../workflow-definition.js';
import type { ProblemSink } from '../problem-sink.js';
import { ALWAYS, both, notTrue } from './cases.js';
import type { Cases } from './cases.js';
import type { ConditionBook } from './condition-book.js';
import { portOf } from './port-conditions.js';

/** Cases of a condition that are never chosen, because one before them holds whenever they do. */
export function checkCoveredCases(
  definition: WorkflowDefinition,
  book: ConditionBook,
  sink: ProblemSink,
): void {
  definition.steps.forEach((step, index) => {
    if (step.type !== 'condition' || step.configuration['mode'] === 'all') return;
    let left: Cases = ALWAYS;
    for (const { checked, cases } of book.casesOf(index)) {
      const possible = cases.situations.length > 0;
      if (possible && both(cases, left).situations.length === 0) {
        const port = portOf(step, checked.path) ?? '';
        const next = definition.connections.find(
          ({ sourceStep, sourceOutput }) => sourceStep === step.id && sourceOutput === port,
        );
        sink.step(index, step, {
          code: 'CASE_NEVER_CHOSEN',
          severity: 'warning',
          message: `The case "${port}" is never chosen: whenever it holds, a case before it holds as well.`,
          at: checked.path,
          example: next ? [step.id, next.targetStep] : [step.id],
        });
      }
      left = both(left, notTrue(cases));
    }
  });
}
