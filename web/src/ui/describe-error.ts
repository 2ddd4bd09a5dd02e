import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** What people read when a request fails: what happened and what to try. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

const advice: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Sign in again.',
  FORBIDDEN: 'Ask an administrator for access.',
  NOT_FOUND: 'It may have been deleted, or belong to someone else.',
  CONFLICT: 'Somebody changed it meanwhile. Load it again and repeat your change.',
  RATE_LIMITED: 'Wait a moment and try again.',
  NOT_PUBLISHED: 'Publish the workflow, then run it.',
  EXECUTION_CLOSED: 'The execution has ended; start a new one.',
  UNAVAILABLE: 'Check that the product is running, then try again.',
};

/** Turns anything a request can throw into words. */
export function describeError(error: unknown): Failure {
  const code = codeOf(error);
  const message =
    code === 'UNAVAILABLE'
      ? 'The API cannot be reached.'
      : error instanceof Error
        ? error.message
        : String(error);
  return { code, message, advice: advice[code] ?? '' };
}

function codeOf(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) return textOf(error.errors[0]?.extensions?.['code']) ?? 'UNKNOWN';
  const code = textOf((error as { readonly code?: unknown } | null)?.code);
  return code ?? (error instanceof Error ? 'UNAVAILABLE' : 'UNKNOWN');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
