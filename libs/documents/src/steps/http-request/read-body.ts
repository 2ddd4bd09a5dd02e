import type { Json } from '#definition';
import type { OutboundResponse } from '../../http/guarded-client.js';

const JSON_TYPE = /^[^;]*[/+]json\b/i;

/** Read as JSON when it is JSON, else as text. */
export function readBody(response: OutboundResponse): Json {
  const text = textOf(response);
  if (!JSON_TYPE.test(response.headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** In the character set that the answer names, if it is one we know. */
export function textOf({ headers, body }: Pick<OutboundResponse, 'headers' | 'body'>): string {
  const charset = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
