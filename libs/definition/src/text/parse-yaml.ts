import { isAlias, isMap, isScalar, isSeq, LineCounter, Parser, Composer } from 'yaml';
import type { CST, Document, Node, Pair } from 'yaml';
import type { Json } from '../json.js';
import { LIMITS } from '../limits.js';
import { checkYamlNesting } from './yaml-nesting.js';
import { lineAndColumn, TextFault } from './text-fault.js';

/** YAML 1.2 as far as it is JSON with another face: no aliases, anchors, tags, merge keys or second documents. */
export function parseYaml(text: string): Json {
  const document = composed(text);
  const [error] = document.errors;
  if (error) {
    const [start, end] = error.pos;
    const duplicate = error.code === 'DUPLICATE_KEY';
    const message = duplicate
      ? `A name stands twice in one object (${lineAndColumn(text, start)}).`
      : `${error.message.split('\n')[0] ?? 'This is no YAML'} (${lineAndColumn(text, start)}).`;
    throw new TextFault(duplicate ? 'DUPLICATE_KEY' : 'TEXT_SYNTAX', message, { start, end });
  }
  return new YamlReader(text).value(document.contents, []);
}

function composed(text: string): Document.Parsed {
  const lines = new LineCounter();
  const tokens: CST.Token[] = [];
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    checkYamlNesting(token);
    tokens.push(token);
  }
  const composer = new Composer({ version: '1.2', schema: 'core', merge: false, uniqueKeys: true });
  const documents = [...composer.compose(tokens, true, text.length)];
  const [first, second] = documents;
  if (second) {
    const start = second.range[0];
    throw new TextFault('YAML_NOT_ALLOWED', 'A file holds one document, not several.', {
      start,
      end: start + 1,
    });
  }
  if (first === undefined) throw new TextFault('TEXT_EMPTY', 'There is nothing here.');
  return first;
}

type Path = readonly (string | number)[];

class YamlReader {
  constructor(private readonly text: string) {}

  value(node: unknown, path: Path): Json {
    if (node === null || node === undefined) return null;
    const known = node as Node;
    if (isAlias(known)) throw this.refused('An alias (*) is not allowed', known, path);
    if ('anchor' in known && known.anchor) throw this.refused('An anchor (&) is not allowed', known, path);
    if (known.tag !== undefined && this.isTagged(known))
      throw this.refused('A tag (!) is not allowed', known, path);
    if (path.length >= LIMITS.nesting && !isScalar(known)) {
      throw new TextFault('TOO_DEEP', `Values are nested more than ${LIMITS.nesting} levels deep.`, { path });
    }
    if (isMap(known)) return this.map(known.items, path);
    if (isSeq(known)) return known.items.map((item, index) => this.value(item, [...path, index]));
    return this.scalar((known as { value?: unknown }).value, known, path);
  }

  private map(items: readonly Pair[], path: Path): Json {
    const entries = new Map<string, Json>();
    for (const pair of items) {
      const key = this.key(pair.key as Node | null, path);
      if (key === '<<') throw this.refused('A merge key (<<) is not allowed', pair.key as Node, path);
      if (entries.has(key)) throw this.duplicate(key, pair.key as Node, path);
      entries.set(key, this.value(pair.value, [...path, key]));
    }
    return Object.fromEntries(entries);
  }

  private key(node: Node | null, path: Path): string {
    const value = this.value(node, path);
    if (typeof value === 'object') throw this.refused('A name must be a text', node, path);
    return String(value);
  }

  private scalar(value: unknown, node: Node, path: Path): Json {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw this.refused('This value has no place in JSON', node, path);
  }

  /** Core tags are resolved silently; only one that is written counts. */
  private isTagged(node: Node): boolean {
    const start = node.range?.[0] ?? 0;
    const line = this.text.slice(Math.max(0, start - 200), start);
    return /![^\s]*\s*$/.test(line.split('\n').slice(-2).join('\n'));
  }

  private duplicate(key: string, node: Node | null, path: Path): TextFault {
    const start = node?.range?.[0] ?? 0;
    const message = `"${key}" stands twice in one object (${lineAndColumn(this.text, start)}).`;
    return new TextFault('DUPLICATE_KEY', message, { path: [...path, key], start, end: start + key.length });
  }

  private refused(what: string, node: Node | null, path: Path): TextFault {
    const start = node?.range?.[0] ?? 0;
    const message = `${what} (${lineAndColumn(this.text, start)}).`;
    return new TextFault('YAML_NOT_ALLOWED', message, { path, start, end: node?.range?.[1] ?? start + 1 });
  }
}
