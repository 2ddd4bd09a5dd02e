import { NO_OWN_NAMES } from '../expressions/own-names.js';
import type { DefinitionNames } from '../expressions/definition-names.js';
import { stepTemplates } from '../expressions/step-expressions.js';
import type { Graph } from '../graph/graph.js';
import { regionOf } from '../graph/scopes.js';
import type { JsonObject } from '../json.js';
import type { PlanBody, PlanTemplate, TemplateSlot } from '../plan/plan.js';
import type { StepClass } from '../plan/plan.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import { compileLoop } from './compile-loop.js';
import { compileKnown, compileSlots } from './compile-template.js';
import { compileApproval, compileDelay, compileSubWorkflow, compileWaitForEvent } from './compile-waiting.js';
import { defaultQuestion, questionSetting } from './default-question.js';
import { compileValues } from './transform-order.js';

export interface BodyContext {
  readonly definition: WorkflowDefinition;
  readonly graph: Graph;
  readonly names: DefinitionNames;
  readonly index: number;
  /** With its configuration's defaults spelled out. */
  readonly step: StepDefinition;
  readonly class: StepClass;
}

/** What the interpreter does for a step. */
export function compileBody(context: BodyContext): PlanBody {
  if (context.class === 'work') return { kind: 'work', configuration: workConfiguration(context) };
  const { step, names, index } = context;
  switch (step.type) {
    case 'condition':
      return conditionBody(context);
    case 'merge': {
      const { mode, expression } = step.configuration as { mode: MergeMode; expression?: string };
      const scope = names.ofStep(index, { ...NO_OWN_NAMES, values: true });
      const compiled =
        mode === 'expression' && expression !== undefined ? compileKnown(expression, scope) : null;
      return { kind: 'merge', mode, expression: compiled };
    }
    case 'transform':
      return { kind: 'transform', values: compileValues(step, index, names) };
    case 'validation': {
      const scope = names.ofStep(index);
      const rules = rulesOf(step).map((rule) => ({
        ...rule,
        expression: compileKnown(rule.expression, scope),
      }));
      return { kind: 'validation', rules, failWhenInvalid: step.configuration['failWhenInvalid'] === true };
    }
    case 'loop':
      return compileLoop(context);
    case 'try':
      return tryBody(context);
    case 'delay':
      return compileDelay(context);
    case 'approval':
      return compileApproval(context);
    case 'wait_for_event':
      return compileWaitForEvent(context);
    case 'sub_workflow':
      return compileSubWorkflow(context);
    default:
      return { kind: 'parallel' };
  }
}

function tryBody({ step, index, graph }: BodyContext): PlanBody {
  const { siblings, compensate } = step.configuration as {
    siblings: 'cancel' | 'settle';
    compensate: boolean;
  };
  return {
    kind: 'try',
    body: regionOf(graph.scopes, index, 'body') as number,
    finally: regionOf(graph.scopes, index, 'finally'),
    siblings,
    compensate,
  };
}

type MergeMode = Extract<PlanBody, { kind: 'merge' }>['mode'];

function conditionBody({ step, names, index }: BodyContext): PlanBody {
  const scope = names.ofStep(index);
  const { mode, cases } = step.configuration as {
    mode: 'first' | 'all';
    cases: readonly { readonly port: string; readonly when: string }[];
  };
  return {
    kind: 'condition',
    mode,
    cases: cases.map(({ port, when }) => ({ port, when: compileKnown(when, scope) })),
  };
}

interface Rule {
  readonly name: string;
  readonly expression: string;
  readonly message: string;
}

function rulesOf(step: StepDefinition): readonly Rule[] {
  return (step.configuration['rules'] ?? []) as unknown as readonly Rule[];
}

function workConfiguration(context: BodyContext): PlanTemplate {
  const { step, names, index, definition } = context;
  const scope = names.ofStep(index);
  const slots: TemplateSlot[] = [...compileSlots(stepTemplates(step), scope)];
  const value: Record<string, JsonObject[string]> = { ...step.configuration };
  const setting = questionSetting(step.type);
  const question = defaultQuestion(definition);
  if (setting !== null && question !== null && value[setting] === undefined) {
    value[setting] = '';
    slots.push({ path: [setting], parts: [compileKnown(inputName(question), scope)] });
  }
  if (step.type === 'validation') {
    // The worker cannot evaluate: each rule reaches it with its verdict under `holds`, absent when unknown.
    const rules = rulesOf(step);
    value['rules'] = rules.map(({ name, message }) => ({ name, message, holds: false }));
    slots.push(
      ...rules.map(({ expression }, at) => ({
        path: ['rules', at, 'holds'],
        parts: [compileKnown(expression, scope)],
      })),
    );
  }
  return { value, slots };
}

function inputName(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `input.${name}` : `input[${JSON.stringify(name)}]`;
}
