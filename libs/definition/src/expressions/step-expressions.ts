import type { Json, JsonObject } from '../json.js';
import type { ValueType } from '../plan/expression/value.js';
import { findStepType } from '../steps/catalogue.js';
import type { Fact } from '../steps/step-type.js';
import type { StepDefinition } from '../workflow-definition.js';
import { NO_OWN_NAMES } from './own-names.js';
import type { OwnNames } from './own-names.js';
import { hasTemplate } from './template-text.js';

export type Path = readonly (string | number)[];

/** An expression of a step, where it stands within the step, and what it may see. */
export interface ExpressionPlace {
  readonly path: Path;
  readonly source: string;
  readonly expects: ValueType;
  readonly own: OwnNames;
}

/** A string setting with `{{ }}` in it; the path is within the configuration. */
export interface TemplatePlace {
  readonly path: Path;
  readonly text: string;
}

/** Expressions of a step in the order of the document: conditions, settings, assignments. */
export function stepExpressions(step: StepDefinition): readonly ExpressionPlace[] {
  const type = findStepType(step.type);
  const conditions = (step.conditions ?? []).map((source, index) => ({
    path: ['conditions', index],
    source,
    expects: 'boolean' as const,
    own: NO_OWN_NAMES,
  }));
  const facts = type?.facts(step) ?? [];
  const settings = (type?.expressions(step.configuration) ?? []).map(({ path, source, expects, round }) => ({
    path: ['configuration', ...path],
    source,
    expects,
    own: { ...ownNames(step, facts, path), round: round ?? null },
  }));
  const own: OwnNames = { ...NO_OWN_NAMES, facts };
  const assign = Object.entries(step.assign ?? {}).map(([variable, source]) => ({
    path: ['assign', variable],
    source,
    expects: 'any' as const,
    own,
  }));
  return [...conditions, ...settings, ...assign];
}

/** A value of a transform sees the other values; the expression of a merge sees what arrived. */
function ownNames(step: StepDefinition, facts: readonly Fact[], path: Path): OwnNames {
  if (step.type === 'merge') return { ...NO_OWN_NAMES, values: true };
  return step.type === 'transform' ? { ...NO_OWN_NAMES, facts, except: String(path[1]) } : NO_OWN_NAMES;
}

/** Every templated string of a configuration, in document order. */
export function stepTemplates(step: StepDefinition): readonly TemplatePlace[] {
  const verbatim = new Set(findStepType(step.type)?.verbatim ?? []);
  return Object.entries(step.configuration).flatMap(([name, value]) =>
    verbatim.has(name) ? [] : templatesIn(value, [name]),
  );
}

function templatesIn(value: Json, path: Path): readonly TemplatePlace[] {
  if (typeof value === 'string') return hasTemplate(value) ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((entry, index) => templatesIn(entry, [...path, index]));
  }
  return Object.entries(value as JsonObject).flatMap(([key, entry]) => templatesIn(entry, [...path, key]));
}
