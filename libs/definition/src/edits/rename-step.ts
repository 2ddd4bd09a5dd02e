import { hasTemplate, readTemplate } from '../expressions/template-text.js';
import { renameInExpression } from '../expressions/rename-in-expression.js';
import { stepExpressions, stepTemplates } from '../expressions/step-expressions.js';
import type { Path } from '../expressions/step-expressions.js';
import type { Json, JsonObject } from '../json.js';
import type { StepDefinition, WorkflowDefinition } from '../workflow-definition.js';

/** A step under a new id, in connections and in every expression and template that reads it. */
export function renameStep(definition: WorkflowDefinition, from: string, to: string): WorkflowDefinition {
  const ids = new Set(definition.steps.map(({ id }) => id));
  const rename = (source: string): string => renameInExpression(source, from, to, ids);
  const renamed = (id: string): string => (id === from ? to : id);
  return {
    ...definition,
    steps: definition.steps.map((step) => ({
      ...withRenamed(step, rename),
      id: renamed(step.id),
      ...(step.parent === from ? { parent: to } : {}),
      ...(step.compensateWith === from ? { compensateWith: to } : {}),
    })),
    connections: definition.connections.map((connection) => ({
      ...connection,
      sourceStep: renamed(connection.sourceStep),
      targetStep: renamed(connection.targetStep),
      ...(connection.condition === undefined ? {} : { condition: rename(connection.condition) }),
    })),
  };
}

function withRenamed(step: StepDefinition, rename: (source: string) => string): StepDefinition {
  const changes: (readonly [Path, string])[] = [
    ...stepExpressions(step).map(({ path, source }) => [path, rename(source)] as const),
    ...stepTemplates(step).map(
      ({ path, text }) => [['configuration', ...path], inTemplate(text, rename)] as const,
    ),
  ];
  return changes.reduce<Json>(
    (value, [path, text]) => put(value, path, text),
    step as unknown as Json,
  ) as unknown as StepDefinition;
}

function inTemplate(text: string, rename: (source: string) => string): string {
  const read = readTemplate(text);
  if (!hasTemplate(text) || read.kind === 'unclosed') return text;
  let changed = text;
  for (const part of [...read.parts].reverse()) {
    if (part.kind === 'text') continue;
    const end = part.start + part.source.length;
    changed = changed.slice(0, part.start) + rename(part.source) + changed.slice(end);
  }
  return changed;
}

function put(value: Json, path: Path, text: string): Json {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) => (index === first ? put(item, rest, text) : item));
  }
  const object = value as JsonObject;
  return { ...object, [first]: put(object[first] as Json, rest, text) };
}
