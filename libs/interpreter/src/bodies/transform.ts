import { evaluateExpression } from '#definition/plan';
import type { Json } from '#definition/plan';
import { readIn } from '../scene.js';
import type { BodyOf, Starting } from './starting.js';
import { give, giveUp } from './starting.js';

/** Each value is a fact, visible to the ones after it. One that is unknown is left out, with a warning. */
export function runTransform(starting: Starting, body: BodyOf<'transform'>): void {
  const facts: Record<string, Json> = {};
  for (const { name, expression } of body.values) {
    const evaluation = evaluateExpression(expression, readIn({ ...starting.scene, facts }));
    switch (evaluation.kind) {
      case 'error':
        giveUp(starting, evaluation.code, evaluation.message);
        return;
      case 'unknown': {
        const missing = evaluation.missing.join(', ');
        starting.warnings.push(`"${name}" has no value because ${missing} has none.`);
        break;
      }
      case 'value':
        facts[name] = evaluation.value;
    }
  }
  give(starting, facts);
}
