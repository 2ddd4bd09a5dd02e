import { renderTemplate } from '#definition/plan';
import type { PlanStep } from '#definition/plan';
import { inheritedError, referencesByKind } from './inheritance.js';
import { jsonSize } from './json-size.js';
import { MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH } from './limits.js';
import { at } from './plan-index.js';
import { endedStep, readIn } from './scene.js';
import type { UndoEntry } from './state.js';
import type { ScopeDraft, Tick } from './tick.js';
import { pathOf } from './tick.js';

/**
 * Notes how to undo a step that has completed. The settings are filled in now, from what is known now: the
 * scope instance may be long gone when they are needed.
 */
export function noteUndo(tick: Tick, scope: ScopeDraft, step: PlanStep): void {
  if (step.compensateWith === null) return;
  const handler = at(tick.plan.steps, step.compensateWith);
  const ended = endedStep(tick, scope, step.index);
  const error = inheritedError(tick, scope, ended?.cause ?? null);
  const { body } = handler;
  const template = body.kind === 'work' ? body.configuration : { value: {}, slots: [] };
  const rendered = renderTemplate(
    template,
    readIn({ tick, scope, step: handler, facts: null, values: null, error }),
  );
  const entry: UndoEntry = {
    path: pathOf(scope, handler),
    step: handler.index,
    configuration: rendered.value,
    incoming: referencesByKind(tick, scope, ended?.hands ?? []),
    warnings: rendered.warnings,
    error: rendered.error ?? tooLarge(handler, rendered.value),
  };
  tick.undo = [...tick.undo, entry];
}

function tooLarge(handler: PlanStep, configuration: UndoEntry['configuration']): UndoEntry['error'] {
  if (jsonSize(configuration, MAXIMUM_CONFIGURATION_BYTES, MAXIMUM_DEPTH) !== null) return null;
  const limit = `${MAXIMUM_CONFIGURATION_BYTES} bytes and ${MAXIMUM_DEPTH} levels`;
  const message = `The settings of "${handler.id}" come out above the limit of ${limit}.`;
  return { code: 'INPUT_TOO_LARGE', message };
}
