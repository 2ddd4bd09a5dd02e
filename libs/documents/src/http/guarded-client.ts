import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './address-policy.js';
import { HttpError } from './http-error.js';
import { lookupPublic } from './public-lookup.js';
import { send } from './send.js';

/** The one way out: every outbound byte of the product goes through a client made here. */
export interface GuardedClient {
  /** Throws `HttpError`, or the signal's reason when aborted. Any status is a response, not an error. */
  readonly request: (request: OutboundRequest) => Promise<OutboundResponse>;
}

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that only the origin of `url` may see, whatever it redirects to. */
  readonly credentials?: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * May it go out on a connection that was open before? The other side may close that one at the same moment, and then
   * nobody knows whether the request arrived. By default only what changes nothing there: GET and HEAD.
   */
  readonly reuseConnection?: boolean;
  /** For the whole exchange, redirects included. */
  readonly timeoutMs: number;
  /** Of the response's body. */
  readonly maximumBytes: number;
  /** Hears the response's body as it arrives, whatever its status. */
  readonly onPart?: (part: Uint8Array) => void;
  readonly signal?: AbortSignal;
}

export interface OutboundResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Where the response came from, after redirects. */
  readonly url: string;
}

export interface GuardedClientSettings {
  /**
   * Origins (`http://127.0.0.1:11434`) that the operator has allowed although their address is private. Never
   * taken from what users or documents say.
   */
  readonly allowedOrigins: readonly string[];
}

const MAXIMUM_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Headers that prove who is calling stay with the origin they were meant for. */
const CREDENTIALS = new Set(['authorization', 'cookie', 'x-api-key', 'api-key']);

/**
 * Makes a client that speaks http and https only, looks at the address it really connects to (so a name that
 * resolves to a private address, now or later, gets nowhere), checks every redirect again, and caps time and size.
 */
export function createGuardedClient(settings: GuardedClientSettings): GuardedClient {
  const allowed = new Set(settings.allowedOrigins.map((origin) => new URL(origin).origin));
  const kept = agentsOf({ keepAlive: true });
  const fresh = agentsOf({ keepAlive: false });

  return {
    async request(request) {
      const deadline = AbortSignal.timeout(request.timeoutMs);
      const signal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline;
      let current = request;
      for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop += 1) {
        const url = parse(current.url);
        const isAllowed = allowed.has(url.origin);
        if (!isAllowed) refusePrivateLiteral(url);
        const agents = mayReuse(current) ? kept : fresh;
        const pair = isAllowed ? agents.allowed : agents.guarded;
        const agent = url.protocol === 'https:' ? pair.https : pair.http;
        const response = await send(url, current, agent, signal).catch((error: unknown) => {
          request.signal?.throwIfAborted();
          if (deadline.aborted) throw new HttpError('timeout', `No answer within ${request.timeoutMs} ms.`);
          throw error;
        });
        const location = response.headers['location'];
        if (!REDIRECTS.has(response.status) || location === undefined) return response;
        current = redirected(current, url, location, response.status);
      }
      throw new HttpError('too-many-redirects', `More than ${MAXIMUM_REDIRECTS} redirects.`);
    },
  };
}

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

function agentsOf({ keepAlive }: { readonly keepAlive: boolean }): {
  readonly allowed: Agents;
  readonly guarded: Agents;
} {
  const guarded = { keepAlive, lookup: lookupPublic };
  return {
    allowed: { http: new HttpAgent({ keepAlive }), https: new HttpsAgent({ keepAlive }) },
    guarded: { http: new HttpAgent(guarded), https: new HttpsAgent(guarded) },
  };
}

function mayReuse({ method, reuseConnection }: OutboundRequest): boolean {
  return reuseConnection ?? (method === 'GET' || method === 'HEAD');
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new HttpError('refused', 'Only http and https addresses are called.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new HttpError('refused', 'An address with a user name or password in it is not called.');
  }
  return url;
}

/** An address written as numbers is connected to without a lookup, so it is looked at here. */
function refusePrivateLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new HttpError('refused', `${host} is not a public address.`);
  }
}

/** Browsers' rules (RFC 9110, 15.4): 303, and 301 or 302 after a POST, go on as GET without the body. */
function redirected(request: OutboundRequest, from: URL, location: string, status: number): OutboundRequest {
  if (!URL.canParse(location, from.href)) {
    throw new HttpError('interrupted', 'The server redirects to something that is no address.');
  }
  const to = new URL(location, from);
  const sameOrigin = to.origin === from.origin;
  const becomesGet = status === 303 || (status < 303 && request.method === 'POST');
  const headers = Object.entries(request.headers ?? {}).filter(([name]) => {
    const key = name.toLowerCase();
    return (sameOrigin || !CREDENTIALS.has(key)) && !(becomesGet && key.startsWith('content-'));
  });
  const { body, credentials, ...rest } = request;
  return {
    ...rest,
    ...(sameOrigin && credentials !== undefined && { credentials }),
    url: to.href,
    headers: Object.fromEntries(headers),
    ...(becomesGet
      ? { method: request.method === 'HEAD' ? 'HEAD' : 'GET' }
      : body === undefined
        ? {}
        : { body }),
  };
}
