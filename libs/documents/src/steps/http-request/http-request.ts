import type { StepOutput } from '#definition';
import type { GuardedClient, OutboundRequest } from '../../http/guarded-client.js';
import type { SecretStore } from '../../ports.js';
import { StepFailure } from '../../step-failure.js';
import type { StepContext, StepImplementation, StepRequest } from '../../step-implementation.js';
import { readSettings } from '../read-setting.js';
import { explainFault, explainStatus } from './explain-failure.js';
import { readBody, textOf } from './read-body.js';
import { requestBody, requestHeaders } from './request-parts.js';
import { Redaction } from './redaction.js';
import { countsAsSuccess } from './success-status.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;

/** The step's own timeout is usually shorter; nothing waits longer than this. */
const LONGEST_MS = 10 * 60_000;
const MAXIMUM_BYTES = 10 * 1024 * 1024;

/**
 * Sends one request and gives the answer, without the secret should the other side repeat it. A status that does not
 * count as success fails the step.
 */
export function httpRequest(client: GuardedClient, secrets: SecretStore | null): StepImplementation {
  return async (request, context) => {
    const outgoing = await outboundRequest(request, context, secrets);
    const redaction = new Redaction(outgoing.credentials ?? {});
    const response = await client.request(outgoing).catch((error: unknown) => {
      context.signal.throwIfAborted();
      throw explainFault(error);
    });
    if (!countsAsSuccess(response.status, request.configuration['successStatus'])) {
      throw explainStatus(response, redaction.text(textOf(response)), Date.now());
    }
    const facts: StepOutput['facts'] = {
      status: response.status,
      content_type: redaction.text(response.headers['content-type'] ?? ''),
      body: redaction.json(readBody(response)),
    };
    return { facts, references: {} };
  };
}

async function outboundRequest(
  { configuration }: StepRequest,
  context: StepContext,
  secrets: SecretStore | null,
): Promise<OutboundRequest> {
  const settings = readSettings(configuration);
  const method = settings.choice('method', METHODS);
  const url = settings.text('url')?.trim();
  if (url === undefined) throw new StepFailure('INPUT_MISSING', 'There is no address: set "url".', false);
  const body = requestBody(settings.value('body'));
  const repeats = method !== 'GET' && method !== 'HEAD';
  const headers = {
    ...(body !== null && { 'content-type': body.contentType }),
    // The same for every attempt, so that the other side can tell a repeated request from a new one.
    ...(repeats && { 'idempotency-key': asHeader(`${context.executionId}/${context.path}`) }),
    ...requestHeaders(settings.value('headers')),
  };
  const secret = settings.text('secret');
  return {
    method,
    url,
    headers,
    ...(secret !== null && { credentials: await credentials(secret, url, context, secrets) }),
    ...(body !== null && { body: body.text }),
    timeoutMs: LONGEST_MS,
    maximumBytes: MAXIMUM_BYTES,
    signal: context.signal,
  };
}

function asHeader(text: string): string {
  return text.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

async function credentials(
  name: string,
  url: string,
  { ownerId, signal }: StepContext,
  secrets: SecretStore | null,
): Promise<Readonly<Record<string, string>>> {
  const host = URL.canParse(url) ? new URL(url).host : '';
  const headers = (await secrets?.headersFor(ownerId, name, host, signal)) ?? null;
  if (headers !== null) return headers;
  throw new StepFailure('SECRET_NOT_FOUND', `There is no secret "${name}" for ${host}.`, false);
}
