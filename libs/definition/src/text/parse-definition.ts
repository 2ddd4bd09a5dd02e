import { readPartially } from '../read/read-definition.js';
import type { PartialRead, ReadResult } from '../read/read-definition.js';
import { parseText } from './parse-text.js';

/** Reads the text of a definition, JSON or YAML. Never throws, whatever the text. */
export function parseDefinition(text: string): ReadResult {
  const { definition, problems } = parsePartially(text);
  return { definition, problems };
}

export function parsePartially(text: string): PartialRead {
  const parsed = parseText(text);
  return parsed.kind === 'refused'
    ? { definition: null, readable: null, problems: parsed.problems }
    : readPartially(parsed.value);
}
