import { z } from 'zod';
import type { JsonObject } from '../json.js';
import { hasTemplate } from '../expressions/template-text.js';
import { LIMITS } from '../limits.js';
import { durationMs } from '../plan/durations.js';

/** How the designer edits a setting; in the JSON Schema as `x-kind`. */
export type SettingKind = 'expression' | 'template' | 'text' | 'reference' | 'schema' | 'duration';

export interface SettingText {
  readonly title: string;
  readonly description: string;
  readonly kind?: SettingKind;
}

function about({ title, description, kind }: SettingText): Record<string, unknown> {
  return { title, description, ...(kind ? { 'x-kind': kind } : {}) };
}

/** The settings of a step type; every setting is optional, none other is accepted. */
export function settings(shape: z.ZodRawShape): z.ZodType<JsonObject, unknown> {
  return z.strictObject(shape) as unknown as z.ZodType<JsonObject, unknown>;
}

export function wholeNumber(text: SettingText, range: { min: number; max: number; default: number }) {
  return z.int().min(range.min).max(range.max).default(range.default).meta(about(text));
}

export function decimal(text: SettingText, range: { min: number; max: number; default: number }) {
  return z.number().min(range.min).max(range.max).default(range.default).meta(about(text));
}

export function choice<const T extends readonly [string, ...string[]]>(text: SettingText, of: T) {
  return z
    .enum(of)
    .default(of[0] as never)
    .meta(about(text));
}

export function flag(text: SettingText) {
  return z.boolean().default(false).meta(about(text));
}

export function optionalText(text: SettingText, longest = 20_000) {
  return z.string().min(1).max(longest).optional().meta(about(text));
}

/** An expression. Its length is checked where it is parsed; the schema tells it to editors. */
export function expression(text: SettingText) {
  return z
    .string()
    .min(1)
    .meta({ maxLength: LIMITS.expressionBytes, ...about({ ...text, kind: 'expression' }) });
}

/** A duration such as `30s`; one with a template in it is read when the step runs. */
export function duration(text: SettingText) {
  return z
    .string()
    .refine((value) => hasTemplate(value) || durationMs(value) !== null, {
      message: 'is no duration; write for example 500ms, 30s, 5m, 2h or 7d (30 days at most)',
    })
    .optional()
    .meta({ pattern: DURATION_OR_TEMPLATE, ...about({ ...text, kind: 'duration' }) });
}

const DURATION_OR_TEMPLATE = '^(\\d{1,9}(\\.\\d{1,3})?(ms|s|m|h|d)|[\\s\\S]*\\{\\{[\\s\\S]*)$';

export function described<T extends z.ZodType>(schema: T, text: SettingText): T {
  return schema.meta(about(text));
}
