import type { z } from 'zod';
import { ProviderError } from './provider-error.js';

/** What a provider answered, in the form it has to have. Throws PROVIDER_INVALID_RESPONSE. */
export function checkedAnswer<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalidAnswer(`At ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`);
}

export function invalidAnswer(reason: string): ProviderError {
  return new ProviderError(
    'PROVIDER_INVALID_RESPONSE',
    `The model provider's answer cannot be read. ${reason}`,
    true,
  );
}
