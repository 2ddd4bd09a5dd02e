import type { Json } from '../json.js';
import { LIMITS } from '../limits.js';
import { LineIndex } from './line-index.js';
import type { Parsed } from './parsed.js';
import { TextFault } from './text-fault.js';

/**
 * JSON (RFC 8259) with what `JSON.parse` leaves out: a bound on nesting before anything is built, keys that
 * stand twice, and the place of a mistake.
 */
export function parseJson(text: string): Parsed {
  const parser = new JsonParser(text);
  return { value: parser.document(), duplicates: parser.duplicates };
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class JsonParser {
  private at = 0;
  private readonly path: (string | number)[] = [];

  readonly duplicates: TextFault[] = [];
  private readonly lines: LineIndex;

  constructor(private readonly text: string) {
    this.lines = new LineIndex(text);
  }

  document(): Json {
    const value = this.value();
    this.space();
    if (this.at < this.text.length) throw this.expected('the end of the document');
    return value;
  }

  private value(): Json {
    this.space();
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.list());
      case '"':
        return this.string();
      default:
        return this.scalar();
    }
  }

  private nested<T>(read: () => T): T {
    if (this.path.length >= LIMITS.nesting) {
      const message = `Values are nested more than ${LIMITS.nesting} levels deep.`;
      throw new TextFault('TOO_DEEP', message, { path: this.path, start: this.at, end: this.at + 1 });
    }
    return read();
  }

  private object(): Json {
    // Built from entries: `__proto__` becomes an ordinary key, which reading then refuses.
    const entries = new Map<string, Json>();
    this.items('}', () => {
      this.space();
      const start = this.at;
      if (this.text[this.at] !== '"') throw this.expected('a name in double quotes');
      const key = this.string();
      this.path.push(key);
      const taken = entries.has(key);
      if (taken) this.duplicate(key, start);
      this.space();
      if (this.text[this.at] !== ':') throw this.expected('":"');
      this.at += 1;
      const value = this.value();
      if (!taken) entries.set(key, value);
      this.path.pop();
    });
    return Object.fromEntries(entries);
  }

  private duplicate(key: string, start: number): void {
    const message = `"${key.slice(0, 80)}" stands twice in this object (${this.lines.place(start)}).`;
    const place = { path: this.path, start, end: this.at };
    this.duplicates.push(new TextFault('DUPLICATE_KEY', message, place));
  }

  private list(): Json {
    const items: Json[] = [];
    this.items(']', () => {
      this.path.push(items.length);
      items.push(this.value());
      this.path.pop();
    });
    return items;
  }

  private items(close: string, read: () => void): void {
    this.at += 1;
    this.space();
    if (this.text[this.at] === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      read();
      this.space();
      const next = this.text[this.at];
      if (next !== ',' && next !== close) throw this.expected(`"," or "${close}"`);
      this.at += 1;
      if (next === close) return;
    }
  }

  private string(): string {
    const found = this.match(STRING);
    if (found === null) throw this.expected('a text that ends on its line, with valid escapes');
    return JSON.parse(found) as string;
  }

  private scalar(): Json {
    const found = this.match(WORD) ?? this.match(NUMBER);
    if (found === null) throw this.expected('a value');
    const value = JSON.parse(found) as Json;
    if (typeof value === 'number' && !Number.isFinite(value))
      throw this.expected('a number that is not so big');
    return value;
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? null;
    if (found !== null) this.at += found.length;
    return found;
  }

  private space(): void {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.text);
    this.at = SPACE.lastIndex;
  }

  private expected(what: string): TextFault {
    const found = this.at < this.text.length ? `"${this.text[this.at] ?? ''}"` : 'the end';
    const message = `Expected ${what} at ${this.lines.place(this.at)}, found ${found}.`;
    const end = Math.min(this.at + 1, this.text.length);
    return new TextFault('TEXT_SYNTAX', message, { path: this.path, start: this.at, end });
  }
}
