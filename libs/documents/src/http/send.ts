import { request as requestHttp } from 'node:http';
import type { Agent, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { OutboundRequest, OutboundResponse } from './guarded-client.js';
import { HttpError } from './http-error.js';

/** One exchange without redirects. */
export function send(
  url: URL,
  { method, headers = {}, credentials = {}, body, maximumBytes, onPart }: OutboundRequest,
  agent: Agent,
  signal: AbortSignal,
): Promise<OutboundResponse> {
  // Node leaves it out of a GET or DELETE: what is sent would then begin the next request on the connection.
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = open(url, {
      method,
      headers: { ...headers, ...credentials, ...length, 'accept-encoding': 'identity' },
      agent,
      signal,
    });
    outgoing.once('error', (error) => reject(explain(error)));
    outgoing.once('response', (incoming: IncomingMessage) => {
      collect(incoming, maximumBytes, onPart).then(
        (bytes) =>
          resolve({ status: incoming.statusCode ?? 0, headers: flat(incoming), body: bytes, url: url.href }),
        (error: unknown) => {
          outgoing.destroy();
          reject(explain(error));
        },
      );
    });
    outgoing.end(body);
  });
}

async function collect(
  incoming: IncomingMessage,
  maximumBytes: number,
  onPart: OutboundRequest['onPart'],
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of incoming as AsyncIterable<Uint8Array>) {
    total += part.byteLength;
    if (total > maximumBytes) {
      throw new HttpError('too-large', `The answer has more than ${maximumBytes} bytes.`);
    }
    parts.push(part);
    onPart?.(part);
  }
  return Buffer.concat(parts);
}

function flat(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function explain(error: unknown): Error {
  if (error instanceof HttpError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code?.startsWith('HPE_')) {
    return new HttpError('interrupted', `The connection broke: ${message}.`);
  }
  return new HttpError('unreachable', `No connection: ${message}.`);
}
