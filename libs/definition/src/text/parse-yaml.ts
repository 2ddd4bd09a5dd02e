import { Composer, isMap, isScalar, isSeq, Parser } from 'yaml';
import type { CST, Document, Node, Pair } from 'yaml';
import type { Json } from '../json.js';
import { LIMITS } from '../limits.js';
import { checkYamlNesting } from './check-yaml-nesting.js';
import { checkYamlTokens } from './check-yaml-tokens.js';
import { LineIndex } from './line-index.js';
import { TextFault } from './text-fault.js';
import type { Parsed } from './parsed.js';

/** YAML 1.2 as far as it is JSON with another face: no aliases, anchors, tags, merge keys or second documents. */
export function parseYaml(text: string): Parsed {
  checkYamlTokens(text);
  const { contents } = composed(text);
  if (contents === null) throw new TextFault('TEXT_EMPTY', 'There is nothing here.');
  const reader = new YamlReader(text);
  return { value: reader.value(contents, []), duplicates: reader.duplicates };
}

function composed(text: string): Document.Parsed {
  const tokens: CST.Token[] = [];
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') throw broken(text, token.message, token.offset, token.offset + 1);
    checkYamlNesting(token);
    tokens.push(token);
  }
  // Keys are compared when the document is read: the composer would take quadratic time for it.
  const composer = new Composer({ version: '1.2', schema: 'core', merge: false, uniqueKeys: false });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (document === undefined) throw new TextFault('TEXT_EMPTY', 'There is nothing here.');
  const [error] = document.errors;
  if (error) throw broken(text, error.message, ...error.pos);
  if (second) {
    const start = second.range[0];
    throw new TextFault('YAML_NOT_ALLOWED', 'A file holds one document, not several.', {
      start,
      end: start + 1,
    });
  }
  return document;
}

function broken(text: string, reason: string, start: number, end: number): TextFault {
  const sentence = (reason.split('\n')[0] ?? '').slice(0, 200);
  return new TextFault('TEXT_SYNTAX', `${sentence} (${new LineIndex(text).place(start)}).`, { start, end });
}

type Path = readonly (string | number)[];

class YamlReader {
  readonly duplicates: TextFault[] = [];
  private readonly lines: LineIndex;

  constructor(text: string) {
    this.lines = new LineIndex(text);
  }

  value(node: unknown, path: Path): Json {
    const known = node as Node | null | undefined;
    if (known === null || known === undefined) return null;
    if (path.length >= LIMITS.nesting && !isScalar(known)) {
      throw new TextFault('TOO_DEEP', `Values are nested more than ${LIMITS.nesting} levels deep.`, { path });
    }
    if (isMap(known)) return this.map(known.items, path);
    if (isSeq(known)) return known.items.map((item, index) => this.value(item, [...path, index]));
    return this.scalar(isScalar(known) ? known.value : undefined, known, path);
  }

  private map(items: readonly Pair[], path: Path): Json {
    const entries = new Map<string, Json>();
    for (const pair of items) {
      const node = pair.key as Node | null;
      const key = this.key(node, path);
      if (key === '<<') throw this.refused('A merge key (<<) is not allowed', node, path);
      const value = this.value(pair.value, [...path, key]);
      if (entries.has(key)) this.duplicates.push(this.duplicate(key, node, path));
      else entries.set(key, value);
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

  private duplicate(key: string, node: Node | null, path: Path): TextFault {
    const start = node?.range?.[0] ?? 0;
    const message = `"${key.slice(0, 80)}" stands twice in one object (${this.lines.place(start)}).`;
    return new TextFault('DUPLICATE_KEY', message, {
      path: [...path, key],
      start,
      end: node?.range?.[1] ?? start + 1,
    });
  }

  private refused(what: string, node: Node | null, path: Path): TextFault {
    const start = node?.range?.[0] ?? 0;
    const message = `${what} (${this.lines.place(start)}).`;
    return new TextFault('YAML_NOT_ALLOWED', message, { path, start, end: node?.range?.[1] ?? start + 1 });
  }
}
