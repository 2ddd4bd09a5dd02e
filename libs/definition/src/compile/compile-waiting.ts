import { orderedNames } from '../expressions/declared-names.js';
import { stepTemplates } from '../expressions/step-expressions.js';
import type { JsonObject } from '../json.js';
import type { PlanBody, PlanTemplate } from '../plan/plan.js';
import type { BodyContext } from './compile-body.js';
import { compileKnown, compileSlots } from './compile-template.js';

export function compileDelay(context: BodyContext): PlanBody {
  const { step, names, index } = context;
  const until = step.configuration['until'];
  return typeof until === 'string'
    ? {
        kind: 'delay',
        configuration: { value: {}, slots: [] },
        until: compileKnown(until, names.ofStep(index)),
      }
    : { kind: 'delay', configuration: templateOf(context), until: null };
}

export function compileApproval(context: BodyContext): PlanBody {
  return { kind: 'approval', configuration: templateOf(context) };
}

export function compileWaitForEvent(context: BodyContext): PlanBody {
  return { kind: 'wait_for_event', configuration: templateOf(context) };
}

export function compileSubWorkflow(context: BodyContext): PlanBody {
  const { step, names, index } = context;
  const { input, ...settings } = step.configuration as JsonObject & { readonly input: JsonObject };
  const scope = names.ofStep(index);
  return {
    kind: 'sub_workflow',
    configuration: { ...templateOf(context), value: settings },
    input: orderedNames(input).map((name) => ({
      name,
      expression: compileKnown(input[name] as string, scope),
    })),
  };
}

/** All settings, with the expressions that fill them in. */
function templateOf({ step, names, index }: BodyContext): PlanTemplate {
  return { value: step.configuration, slots: compileSlots(stepTemplates(step), names.ofStep(index)) };
}
