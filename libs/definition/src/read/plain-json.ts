import { isForbiddenName } from '../forbidden-names.js';
import { LONE_SURROGATE } from '../lone-surrogate.js';
import type { Json } from '../json.js';
import { LIMITS } from '../limits.js';
import type { Place, Reading } from './reading.js';

/**
 * A plain JSON copy of any value, however hostile: own data properties only, no prototypes, getters, proxies
 * that throw, circles or endless lists. Undefined when the value as a whole is none. Never throws.
 */
export function plainJson(reading: Reading, value: unknown): Json | undefined {
  return new Copier(reading).copy(value, []);
}

class Copier {
  private values = 0;
  private characters = 0;

  constructor(private readonly reading: Reading) {}

  copy(value: unknown, place: Place): Json | undefined {
    this.values += 1;
    if (this.values > LIMITS.values)
      return this.once('TOO_MANY_VALUES', 'The document holds too many values.');
    switch (typeof value) {
      case 'boolean':
        return value;
      case 'string':
        return this.text(value, place);
      case 'number':
        if (Number.isFinite(value)) return value === 0 ? 0 : value;
        return this.reading.problem('NOT_JSON', 'A number must be finite.', place);
      case 'object':
        return value === null ? null : this.container(value, place);
      default:
        return this.reading.problem('NOT_JSON', `A document cannot hold a ${typeof value}.`, place);
    }
  }

  private text(value: string, place: Place): string | undefined {
    this.characters += value.length;
    if (this.characters > LIMITS.textBytes)
      return this.once('TEXT_TOO_LONG', 'The document is longer than 1 MiB.');
    if (value.includes('\0'))
      return this.reading.problem('TEXT_ENCODING', 'A text must not hold the character NUL.', place);
    if (LONE_SURROGATE.test(value))
      return this.reading.problem('TEXT_ENCODING', 'A text holds half a character.', place);
    return value;
  }

  private container(value: object, place: Place): Json | undefined {
    if (place.length >= LIMITS.nesting) {
      return this.once('TOO_DEEP', `Values are nested more than ${LIMITS.nesting} levels deep.`, place);
    }
    try {
      if (Array.isArray(value)) return this.list(value as readonly unknown[], place);
      const prototype: unknown = Object.getPrototypeOf(value);
      const plain = prototype === null || (prototype as object).constructor?.name === 'Object';
      if (plain) return this.object(value, place);
    } catch {
      // A proxy or an exotic object that refuses to be looked at.
    }
    return this.reading.problem(
      'NOT_JSON',
      'A document holds plain objects, lists, texts and numbers only.',
      place,
    );
  }

  private list(value: readonly unknown[], place: Place): Json | undefined {
    if (value.length > LIMITS.values) return this.once('TOO_MANY_VALUES', 'A list is too long.', place);
    const items: Json[] = [];
    for (let index = 0; index < value.length && !this.reading.stopped; index += 1) {
      items.push(this.copy(value[index], [...place, index]) ?? null);
    }
    return items;
  }

  private object(value: object, place: Place): Json | undefined {
    const copy: Record<string, Json> = {};
    for (const key of Object.keys(value)) {
      if (this.reading.stopped) break;
      this.key(key, value, place, copy);
    }
    return copy;
  }

  private key(key: string, value: object, place: Place, copy: Record<string, Json>): void {
    const at = [...place, key];
    if (isForbiddenName(key)) {
      this.reading.problem('FORBIDDEN_NAME', `"${key}" is not allowed as a name.`, at);
      return;
    }
    if (this.text(key, place) === undefined) return;
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property === undefined || !('value' in property)) {
      this.reading.problem('NOT_JSON', `"${key}" is computed; a document holds plain values.`, at);
      return;
    }
    // A field set to undefined is a field that is not there.
    if (property.value === undefined) return;
    const copied = this.copy(property.value, at);
    if (copied !== undefined) copy[key] = copied;
  }

  /** Problems that end the reading: said once, not for every value that follows. */
  private once(
    code: 'TOO_MANY_VALUES' | 'TOO_DEEP' | 'TEXT_TOO_LONG',
    message: string,
    place: Place = [],
  ): undefined {
    if (!this.reading.stopped) this.reading.problem(code, message, place);
    this.reading.stopped = true;
    return undefined;
  }
}
