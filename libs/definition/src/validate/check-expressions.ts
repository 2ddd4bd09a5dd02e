import { orderValues } from '../compile/transform-order.js';
import type { ExpressionProblem } from '../expressions/compile-expression.js';
import { compileExpression } from '../expressions/compile-expression.js';
import type { DefinitionNames, OwnNames } from '../expressions/definition-names.js';
import type { NameScope } from '../expressions/name-scope.js';
import { stepExpressions, stepTemplates } from '../expressions/step-expressions.js';
import type { ExpressionPlace, TemplatePlace } from '../expressions/step-expressions.js';
import { readTemplate } from '../expressions/template-text.js';
import type { Graph } from '../graph/graph.js';
import { LIMITS } from '../limits.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ValueType } from '../plan/expression/value.js';
import type { ProblemSink } from './problem-sink.js';

/** Every expression and template parses, means something where it stands, and has types that fit. */
export function checkExpressions(
  definition: WorkflowDefinition,
  graph: Graph,
  names: DefinitionNames,
  sink: ProblemSink,
): void {
  let left: number = LIMITS.expressions;
  definition.steps.forEach((step, index) => {
    const places = stepExpressions(step);
    const templates = stepTemplates(step);
    left -= places.length + templates.reduce((count, { text }) => count + expressionCount(text), 0);
    if (left < 0) return;
    const scopes: Scopes = (own) => names.ofStep(graph.indexOf.get(step.id) ?? index, own);
    for (const place of places) checkPlace(step, index, place, { definition, scopes }, sink);
    for (const template of templates) checkTemplate(step, index, template, scopes(), sink);
    if (step.type === 'transform') checkOrder(step, index, scopes, sink);
  });
  definition.connections.forEach((connection, index) => {
    if (connection.condition === undefined) return;
    left -= 1;
    if (left < 0) return;
    const { problems } = compileExpression(connection.condition, names.ofConnection(index), 'boolean');
    for (const problem of problems) sink.connection(index, connection, { ...problem, at: ['condition'] });
  });
  if (left < 0) {
    const message = `A workflow has at most ${LIMITS.expressions} expressions; this one has ${LIMITS.expressions - left}.`;
    sink.document({ code: 'TOO_MANY_EXPRESSIONS', message });
  }
}

/** What names mean at a step; one whose id is taken sees what the first with that id sees. */
type Scopes = (own?: OwnNames) => NameScope;

function expressionCount(text: string): number {
  const read = readTemplate(text);
  return read.kind === 'template' ? read.parts.filter(({ kind }) => kind === 'expression').length : 1;
}

function checkPlace(
  step: StepDefinition,
  index: number,
  place: ExpressionPlace,
  { definition, scopes }: { readonly definition: WorkflowDefinition; readonly scopes: Scopes },
  sink: ProblemSink,
): void {
  const expects = assigned(definition, place) ?? place.expects;
  const { problems } = compileExpression(place.source, scopes(place.own), expects);
  for (const problem of problems) sink.step(index, step, { ...problem, at: place.path });
}

/** The type of the variable that an expression sets. */
function assigned(
  { variables }: WorkflowDefinition,
  { path: [field, name = ''] }: ExpressionPlace,
): ValueType | null {
  if (field !== 'assign' || !Object.hasOwn(variables, name)) return null;
  return variables[name]?.type ?? null;
}

function checkTemplate(
  step: StepDefinition,
  index: number,
  { path, text }: TemplatePlace,
  scope: NameScope,
  sink: ProblemSink,
): void {
  const at = ['configuration', ...path];
  const read = readTemplate(text);
  if (read.kind === 'unclosed') {
    const message = 'A template that begins with "{{" must end with "}}".';
    sink.step(index, step, {
      code: 'TEMPLATE_SYNTAX',
      message,
      at,
      span: { start: read.start, end: text.length },
    });
    return;
  }
  for (const part of read.parts) {
    if (part.kind === 'text') continue;
    const { problems } = compileExpression(part.source, scope, 'any');
    for (const problem of problems) sink.step(index, step, { ...shifted(problem, part.start), at });
  }
}

function shifted(problem: ExpressionProblem, by: number): ExpressionProblem {
  return { ...problem, span: { start: problem.span.start + by, end: problem.span.end + by } };
}

function checkOrder(step: StepDefinition, index: number, scopes: Scopes, sink: ProblemSink): void {
  const { circular } = orderValues(step, scopes);
  const [first] = circular;
  if (first === undefined) return;
  const message = `These values need each other: ${circular.join(', ')}.`;
  sink.step(index, step, { code: 'TRANSFORM_CYCLE', message, at: ['configuration', 'values', first] });
}
