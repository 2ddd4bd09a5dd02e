import type { InputDeclaration, InputType, Json } from '#definition';
import { usageError } from './exit-code.js';

/**
 * Reads `name=value` pairs as an execution's input. A value is read as JSON where the declaration asks for
 * anything but text; `name=@file` is not supported, so a value is never a path by surprise.
 */
export function readInputs(
  pairs: readonly string[],
  declarations: Readonly<Record<string, InputDeclaration>>,
): Record<string, Json> {
  const input: Record<string, Json> = {};
  for (const pair of pairs) {
    const separator = pair.indexOf('=');
    if (separator < 1) throw usageError(`--input takes name=value, not "${pair}".`);
    const name = pair.slice(0, separator);
    if (Object.hasOwn(input, name)) throw usageError(`--input ${name} is given twice.`);
    const type = Object.hasOwn(declarations, name) ? declarations[name]?.type : undefined;
    Object.defineProperty(input, name, {
      value: readValue(name, pair.slice(separator + 1), type),
      enumerable: true,
    });
  }
  return input;
}

function readValue(name: string, text: string, type: InputType | undefined): Json {
  if (type === undefined || type === 'string') return text;
  const value = parsed(text);
  if (value !== undefined && (type === 'documents' || typeOf(value) === type)) return value;
  throw usageError(`--input ${name} wants a ${type} written as JSON, not "${text}".`);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}
