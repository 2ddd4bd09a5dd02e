import { QueryFailedError } from 'typeorm';

/** Whether a statement was refused by the named unique constraint (SQLSTATE 23505). */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const cause = error.driverError as { readonly code?: string; readonly constraint?: string };
  return cause.code === '23505' && cause.constraint === constraint;
}
