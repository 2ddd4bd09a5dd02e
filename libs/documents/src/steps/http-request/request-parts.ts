import type { Json } from '#definition';
import { StepFailure } from '../../step-failure.js';

/** These say how the message travels, or whom it is for; the client writes them. */
const OWN = new Set([
  'host',
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
/** Visible characters, spaces and tabs: a line break would begin another header. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether a request may carry a header of that name: any that can be written and is not the client's own. */
export function isSettableHeader(name: string): boolean {
  return NAME.test(name) && !OWN.has(name.toLowerCase());
}

export interface RequestBody {
  readonly text: string;
  readonly contentType: string;
}

/** A text as it stands, anything else as JSON; null when there is nothing to send. */
export function requestBody(value: Json | undefined): RequestBody | null {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return { text: value, contentType: 'text/plain; charset=utf-8' };
  return { text: JSON.stringify(value), contentType: 'application/json' };
}

/** By name in lower case. Throws BAD_INPUT for what no header can hold, and for those that are not the caller's to set. */
export function requestHeaders(value: Json | undefined): Readonly<Record<string, string>> {
  if (value === undefined || value === '') return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('The setting "headers" has to be an object: a value by name.');
  return Object.fromEntries(
    Object.entries(value).map(([name, given]) => {
      if (!isSettableHeader(name)) throw wrong(`The header "${name}" cannot be set.`);
      const isPlain = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean';
      if (!isPlain || !VALUE.test(String(given)))
        throw wrong(`The value of the header "${name}" has to be one line of text.`);
      return [name.toLowerCase(), String(given).trim()];
    }),
  );
}

function wrong(message: string): StepFailure {
  return new StepFailure('BAD_INPUT', message, false);
}
