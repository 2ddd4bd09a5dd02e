import { compileExpression } from '../expressions/compile-expression.js';
import type { NameScope } from '../expressions/name-scope.js';
import type { TemplatePlace } from '../expressions/step-expressions.js';
import { readTemplate } from '../expressions/template-text.js';
import type { PlanExpression, TemplateSlot } from '../plan/plan.js';

/** Slots of the templated strings of a definition that was found valid. */
export function compileSlots(places: readonly TemplatePlace[], scope: NameScope): readonly TemplateSlot[] {
  return places.flatMap(({ path, text }) => {
    const read = readTemplate(text);
    if (read.kind === 'unclosed') return [];
    const parts = read.parts.map((part) =>
      part.kind === 'text' ? part.text : compileKnown(part.source, scope),
    );
    return [{ path, parts }];
  });
}

/** An expression that validation has accepted. */
export function compileKnown(source: string, scope: NameScope): PlanExpression {
  const { expression } = compileExpression(source, scope, 'any');
  if (expression === null) throw new Error(`Expression accepted by validation does not compile: ${source}`);
  return expression;
}
