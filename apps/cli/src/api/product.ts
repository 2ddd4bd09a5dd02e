import { readFile } from 'node:fs/promises';
import type { CliConfig } from '../config.js';
import { CommandError, EXIT } from '../exit-code.js';
import { callProduct } from './http.js';

/** A running product and the right to use it. */
export interface Product {
  readonly url: string;
  readonly token: string;
  readonly signal: AbortSignal;
}

/**
 * Finds the product and signs in: by token, else by e-mail and password, else by what a product on this
 * machine left for its own command line.
 */
export async function findProduct(config: CliConfig, signal: AbortSignal): Promise<Product> {
  const local = await readLocal(config.localFile);
  const url = (config.url ?? local?.url ?? 'http://127.0.0.1:4000').replace(/\/+$/, '');
  if (config.token !== null) return { url, token: config.token, signal };
  if (config.email !== null && config.password !== null) {
    return { url, token: await signIn(url, config.email, config.password, signal), signal };
  }
  if (local !== null && (config.url === null || sameOrigin(config.url, local.url))) {
    return { url, token: local.token, signal };
  }
  await callProduct(`${url}/healthz`, { signal });
  throw new CommandError(
    EXIT.notAllowed,
    'say who you are: SLUICE_TOKEN, or SLUICE_EMAIL and SLUICE_PASSWORD.',
  );
}

async function readLocal(file: string): Promise<{ url: string; token: string } | null> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof content !== 'object' || content === null || !('url' in content) || !('token' in content))
      return null;
    return { url: String(content.url), token: String(content.token) };
  } catch {
    return null;
  }
}

function sameOrigin(left: string, right: string): boolean {
  return URL.canParse(left) && URL.canParse(right) && new URL(left).origin === new URL(right).origin;
}

async function signIn(url: string, email: string, password: string, signal: AbortSignal): Promise<string> {
  const query = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { accessToken } }';
  const data = await send(url, null, query, { input: { email, password } }, signal);
  return (data as { signIn: { accessToken: string } }).signIn.accessToken;
}

/** Sends one GraphQL operation; errors end the command with the exit code that fits. */
export async function graphql<T>(product: Product, query: string, variables: object): Promise<T> {
  return (await send(product.url, product.token, query, variables, product.signal)) as T;
}

async function send(
  url: string,
  token: string | null,
  query: string,
  variables: object,
  signal: AbortSignal,
): Promise<unknown> {
  const response = await callProduct(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const answer = await readAnswer(response);
  const [error] = answer.errors ?? [];
  if (error !== undefined) throw failure(error.message, error.extensions?.code ?? '');
  if (answer.data == null) throw failure(`${url} answered with status ${response.status}`, 'UNAVAILABLE');
  return answer.data;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

async function readAnswer(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch {
    return {};
  }
}

const EXIT_BY_CODE: Readonly<Record<string, 2 | 3 | 4>> = {
  UNAUTHENTICATED: EXIT.notAllowed,
  FORBIDDEN: EXIT.notAllowed,
  UNAVAILABLE: EXIT.unreachable,
  INTERNAL: EXIT.unreachable,
};

function failure(message: string, code: string): CommandError {
  return new CommandError(EXIT_BY_CODE[code] ?? EXIT.usage, code === '' ? message : `${message} [${code}]`);
}
