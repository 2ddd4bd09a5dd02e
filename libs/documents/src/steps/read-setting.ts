import type { Json, JsonObject } from '#definition';
import { StepFailure } from '../step-failure.js';

/**
 * Reads a step's settings after their templates are filled in. The definition was validated before; what is
 * checked here is what a template put in. Throws a failure that is not worth a retry.
 */
export interface SettingReader {
  /** Null when it is absent, null or blank. */
  readonly text: (name: string) => string | null;
  readonly number: (name: string, rule: NumberRule) => number;
  readonly flag: (name: string, otherwise: boolean) => boolean;
  readonly choice: <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) => Choice;
  /** None when it is absent or null; at most so many when a number is given. */
  readonly texts: (name: string, most?: number) => readonly string[];
  /** A JSON Schema; null when it is absent or null. */
  readonly schema: (name: string) => JsonObject | null;
  readonly value: (name: string) => Json | undefined;
}

export interface NumberRule {
  readonly otherwise: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly whole?: boolean;
}

export function readSettings(configuration: JsonObject): SettingReader {
  const value = (name: string): Json | undefined => configuration[name] ?? undefined;
  return {
    value,
    text(name) {
      const given = value(name);
      if (given === undefined) return null;
      if (typeof given !== 'string') throw wrong(name, 'a text');
      return given.trim() === '' ? null : given;
    },
    number(name, { otherwise, minimum, maximum, whole = true }) {
      const given = value(name) ?? otherwise;
      const fits = typeof given === 'number' && given >= minimum && given <= maximum;
      if (!fits || (whole && !Number.isInteger(given))) {
        throw wrong(name, `a ${whole ? 'whole ' : ''}number from ${minimum} to ${maximum}`);
      }
      return given;
    },
    flag(name, otherwise) {
      const given = value(name) ?? otherwise;
      if (typeof given !== 'boolean') throw wrong(name, 'true or false');
      return given;
    },
    texts(name, most) {
      const given = value(name) ?? [];
      const fits = Array.isArray(given) && given.every(isText) && given.length <= (most ?? Infinity);
      if (!fits) throw wrong(name, `a list of ${most === undefined ? '' : `at most ${most} `}texts`);
      return given;
    },
    schema(name) {
      const given = value(name) ?? null;
      if (typeof given !== 'object' || Array.isArray(given)) throw wrong(name, 'a JSON Schema');
      return given as JsonObject | null;
    },
    choice(name, choices) {
      const given = value(name) ?? choices[0];
      const found = choices.find((choice) => choice === given);
      if (found === undefined) throw wrong(name, `one of ${choices.join(', ')}`);
      return found;
    },
  };
}

function isText(given: unknown): given is string {
  return typeof given === 'string';
}

function wrong(name: string, expected: string): StepFailure {
  return new StepFailure('BAD_INPUT', `The setting "${name}" has to be ${expected}.`, false);
}
