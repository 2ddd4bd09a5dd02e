import { z } from 'zod';
import type { JsonObject } from '../json.js';
import { isWholeTemplate } from '../expressions/template-text.js';
import type { SettingFault, StepType } from './step-type.js';

export interface SettingProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly unknown: boolean;
}

export interface CheckedSettings {
  /** With the defaults spelled out; as given when there are problems. */
  readonly configuration: JsonObject;
  readonly problems: readonly SettingProblem[];
  /** Settings that mean nothing beside the others. */
  readonly unused: readonly SettingFault[];
}

/**
 * Checks a configuration against its type's schema. A setting that is one template gets its value only
 * when the workflow runs, so it is taken as it stands.
 */
export function checkSettings(type: StepType, configuration: JsonObject): CheckedSettings {
  const templated: Record<string, JsonObject[string]> = {};
  const literal: Record<string, JsonObject[string]> = {};
  for (const [name, value] of Object.entries(configuration)) {
    const later = typeof value === 'string' && !type.verbatim.includes(name) && isWholeTemplate(value);
    (later ? templated : literal)[name] = value;
  }
  const unknown = Object.keys(templated).filter((name) => !settingNames(type).has(name));
  const parsed = type.settings.safeParse(literal);
  const problems: SettingProblem[] = unknown.map((name) => unknownSetting([name], name));
  if (!parsed.success) problems.push(...parsed.error.issues.flatMap(toProblems));
  const verdict = type.judge?.(configuration) ?? { faults: [], unused: [] };
  problems.push(...verdict.faults.map((fault) => ({ ...fault, unknown: false })));
  const checked = parsed.success && problems.length === 0 ? { ...parsed.data, ...templated } : configuration;
  return { configuration: checked, problems, unused: verdict.unused };
}

/** What the settings of a type are when nothing is said. */
export function defaultSettings(type: StepType): JsonObject {
  return type.settings.parse({});
}

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

function toProblems(issue: Issue): readonly SettingProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  return issue.code === 'unrecognized_keys' && issue.keys
    ? issue.keys.map((key) => unknownSetting([...path, key], key))
    : [{ path, message: isMissing(issue) ? 'is needed' : issue.message, unknown: false }];
}

/** Our schemas have no other way to ask for something that is not there. */
function isMissing({ code, message }: Issue): boolean {
  return code === 'invalid_type' && message.endsWith('received undefined');
}

function unknownSetting(path: readonly (string | number)[], name: string): SettingProblem {
  return { path, message: `There is no setting "${name}"`, unknown: true };
}

const NAMES = new WeakMap<StepType, ReadonlySet<string>>();
const SCHEMAS = new WeakMap<StepType, JsonObject>();

/** The words a setting may be, when it is one of a few. */
export function settingWords(type: StepType, name: string): readonly string[] {
  const property = (schemaOf(type)['properties'] as JsonObject)[name] as JsonObject | undefined;
  const shapes = [property, ...((property?.['anyOf'] ?? []) as readonly JsonObject[])];
  return shapes.flatMap((shape) => (shape?.['enum'] ?? []) as readonly string[]);
}

/** Whether a setting holds one expression. */
export function isExpressionSetting(type: StepType, name: string): boolean {
  const property = (schemaOf(type)['properties'] as JsonObject)[name] as JsonObject | undefined;
  return property?.['x-kind'] === 'expression';
}

/** The names of a type's settings. */
export function settingNames(type: StepType): ReadonlySet<string> {
  const known = NAMES.get(type) ?? new Set(Object.keys(schemaOf(type)['properties'] as JsonObject));
  NAMES.set(type, known);
  return known;
}

/** The JSON Schema of a type's configuration: what forms and editors are made from. */
export function configurationSchema(type: StepType): JsonObject {
  return schemaOf(type);
}

function schemaOf(type: StepType): JsonObject {
  const known =
    SCHEMAS.get(type) ?? (z.toJSONSchema(type.settings, { io: 'input' }) as unknown as JsonObject);
  SCHEMAS.set(type, known);
  return known;
}
