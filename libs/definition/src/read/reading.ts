import { Suggestions } from '../expressions/nearest-name.js';
import { jsonPointer } from '../json-pointer.js';
import type { Json, JsonObject } from '../json.js';
import { isObject, typeName, typeOf } from '../plan/expression/value.js';
import type { ProblemCode } from '../problem-codes.js';
import type { Problem } from '../problem.js';

export type Place = readonly (string | number)[];

/** Where readers leave their problems; each reader drops what it cannot use and goes on. */
export class Reading {
  readonly problems: Problem[] = [];
  /** False when something could not be read without which the rest may seem wrong. */
  whole = true;
  /** Set once a bound is passed: what follows was not looked at. */
  stopped = false;
  readonly suggestions = new Suggestions();

  problem(code: ProblemCode, message: string, place: Place, about: Partial<Problem> = {}): undefined {
    this.problems.push({ code, severity: 'error', message, path: jsonPointer(place), ...about });
    return undefined;
  }
}

/** The camelCase spelling of a name: `source_step` is `sourceStep`. */
export function camelCase(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** An object whose fields are known; reads each with its own reader. */
export class FieldReader {
  private readonly fields: Readonly<Record<string, Json>>;

  constructor(
    private readonly reading: Reading,
    value: JsonObject,
    readonly place: Place,
    known: readonly string[],
    private readonly about: Partial<Problem> = {},
  ) {
    this.fields = namedFields(reading, value, place, known, about);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.fields, name);
  }

  raw(name: string): Json | undefined {
    return this.has(name) ? this.fields[name] : undefined;
  }

  at(name: string): Place {
    return [...this.place, name];
  }

  string(name: string): string | undefined {
    return this.typed(name, 'string') as string | undefined;
  }

  number(name: string): number | undefined {
    return this.typed(name, 'number') as number | undefined;
  }

  boolean(name: string): boolean | undefined {
    return this.typed(name, 'boolean') as boolean | undefined;
  }

  list(name: string): readonly Json[] | undefined {
    return this.typed(name, 'array') as readonly Json[] | undefined;
  }

  object(name: string): JsonObject | undefined {
    return this.typed(name, 'object') as JsonObject | undefined;
  }

  /** One of a few words; the snake_case spelling is accepted. */
  word<T extends string>(name: string, words: readonly T[]): T | undefined {
    const value = this.string(name);
    if (value === undefined) return undefined;
    const meant = words.find((word) => word === value || word === camelCase(value.toLowerCase()));
    return meant ?? this.problem('FIELD_VALUE', `"${name}" must be one of: ${words.join(', ')}.`, name);
  }

  /** A list of texts; entries that are none are dropped. */
  strings(name: string): readonly string[] | undefined {
    return this.list(name)?.flatMap((entry, index) => {
      if (typeof entry === 'string') return [entry];
      this.problem('FIELD_TYPE', `Each entry of "${name}" must be a text.`, name, index);
      return [];
    });
  }

  problem(code: ProblemCode, message: string, ...at: Place): undefined {
    return this.reading.problem(code, message, [...this.place, ...at], this.about);
  }

  private typed(name: string, type: 'string' | 'number' | 'boolean' | 'array' | 'object'): Json | undefined {
    const value = this.raw(name);
    if (value === undefined || value === null) return undefined;
    if (typeOf(value) === type) return value;
    return this.problem(
      'FIELD_TYPE',
      `"${name}" must be ${typeName(type)}, not ${typeName(typeOf(value))}.`,
      name,
    );
  }
}

function namedFields(
  reading: Reading,
  value: JsonObject,
  place: Place,
  known: readonly string[],
  about: Partial<Problem>,
): Readonly<Record<string, Json>> {
  const fields: Record<string, Json> = {};
  for (const [spelled, entry] of Object.entries(value)) {
    const name = known.includes(spelled) ? spelled : camelCase(spelled);
    if (!known.includes(name)) {
      const near = reading.suggestions.nearest(name, known);
      const hint = near === null ? '' : ` Did you mean "${near}"?`;
      reading.problem(
        'FIELD_UNKNOWN',
        `There is no field "${spelled}" here.${hint}`,
        [...place, spelled],
        about,
      );
    } else if (Object.hasOwn(fields, name)) {
      reading.problem(
        'DUPLICATE_KEY',
        `"${name}" stands here twice, in two spellings.`,
        [...place, spelled],
        about,
      );
    } else fields[name] = entry;
  }
  return fields;
}

/** Reads the entries of a list, in order and at their places; `unreadable` stands for one that is no object. */
export function readEach<T>(
  reading: Reading,
  list: readonly Json[],
  place: Place,
  unreadable: T,
  read: (value: JsonObject, index: number) => T,
): readonly T[] {
  return list.map((entry, index) => {
    if (isObject(entry)) return read(entry, index);
    reading.problem('FIELD_TYPE', `Each of the ${place.join('.')} must be an object.`, [...place, index]);
    reading.whole = false;
    return unreadable;
  });
}
