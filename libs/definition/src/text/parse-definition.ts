import { inDefinitionOrder } from '../definition-order.js';
import { readPartially } from '../read/read-definition.js';
import type { PartialRead, ReadResult } from '../read/read-definition.js';
import { parseText } from './parse-text.js';

/** Reads the text of a definition, JSON or YAML, or the bytes of its file. Never throws, whatever the text. */
export function parseDefinition(text: string | Uint8Array): ReadResult {
  const { definition, problems } = parsePartially(text);
  return { definition, problems };
}

export function parsePartially(text: string | Uint8Array): PartialRead {
  const parsed = parseText(text);
  if (parsed.kind === 'refused') {
    return { definition: null, readable: null, whole: false, problems: parsed.problems };
  }
  const read = readPartially(parsed.value);
  if (parsed.problems.length === 0) return read;
  return { ...read, definition: null, problems: inDefinitionOrder([...parsed.problems, ...read.problems]) };
}
