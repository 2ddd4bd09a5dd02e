import { orderValues } from '../compile/transform-order.js';
import type { CompiledExpression, ExpressionProblem } from '../expressions/compile-expression.js';
import { compileExpression } from '../expressions/compile-expression.js';
import type { DefinitionNames } from '../expressions/definition-names.js';
import type { OwnNames } from '../expressions/own-names.js';
import type { NameScope } from '../expressions/name-scope.js';
import { stepExpressions, stepTemplates } from '../expressions/step-expressions.js';
import type { ExpressionPlace, Path, TemplatePlace } from '../expressions/step-expressions.js';
import { readTemplate } from '../expressions/template-text.js';
import type { Graph } from '../graph/graph.js';
import { LIMITS } from '../limits.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';
import type { ValueType } from '../plan/expression/value.js';
import type { ProblemSink } from './problem-sink.js';

/** An expression of a definition, and where it stands within its step or connection. */
export interface CheckedExpression {
  readonly path: Path;
  readonly source: string;
  readonly expects: ValueType;
  readonly compiled: CompiledExpression;
}

/** All expressions of a definition. */
export interface CheckedExpressions {
  readonly ofSteps: readonly (readonly CheckedExpression[])[];
  readonly ofConnections: ReadonlyMap<number, CheckedExpression>;
}

/** Every expression and template parses, means something where it stands, and has types that fit. */
export function checkExpressions(
  definition: WorkflowDefinition,
  graph: Graph,
  names: DefinitionNames,
  sink: ProblemSink,
): CheckedExpressions {
  let left: number = LIMITS.expressions;
  const ofSteps: CheckedExpression[][] = definition.steps.map(() => []);
  const ofConnections = new Map<number, CheckedExpression>();
  definition.steps.forEach((step, index) => {
    const places = stepExpressions(step);
    const templates = stepTemplates(step);
    left -= places.length + templates.reduce((count, { text }) => count + expressionCount(text), 0);
    if (left < 0) return;
    const scopes: Scopes = (own) => names.ofStep(graph.indexOf.get(step.id) ?? index, own);
    const checked = ofSteps[index] as CheckedExpression[];
    for (const place of places) checked.push(checkPlace(step, index, place, { definition, scopes }, sink));
    for (const template of templates) checked.push(...checkTemplate(step, index, template, scopes(), sink));
    if (step.type === 'transform') checkOrder(step, index, scopes, sink);
  });
  definition.connections.forEach((connection, index) => {
    if (connection.condition === undefined) return;
    left -= 1;
    if (left < 0) return;
    const source = connection.condition;
    const compiled = compileExpression(source, names.ofConnection(index), 'boolean');
    ofConnections.set(index, { path: ['condition'], source, expects: 'boolean', compiled });
    for (const problem of compiled.problems) {
      sink.connection(index, connection, { ...problem, at: ['condition'] });
    }
  });
  if (left < 0) {
    const message = `A workflow has at most ${LIMITS.expressions} expressions; this one has ${LIMITS.expressions - left}.`;
    sink.document({ code: 'TOO_MANY_EXPRESSIONS', message });
  }
  return { ofSteps, ofConnections };
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
): CheckedExpression {
  const { path, source } = place;
  const expects = assigned(definition, place) ?? place.expects;
  const compiled = compileExpression(source, scopes(place.own), expects);
  for (const problem of compiled.problems) sink.step(index, step, { ...problem, at: path });
  return { path, source, expects, compiled };
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
): readonly CheckedExpression[] {
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
    return [];
  }
  return read.parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const compiled = compileExpression(part.source, scope, 'any');
    for (const problem of compiled.problems) sink.step(index, step, { ...shifted(problem, part.start), at });
    return [{ path: at, source: part.source, expects: 'any' as const, compiled }];
  });
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
