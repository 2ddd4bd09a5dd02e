import { QueryFailedError } from 'typeorm';

/** True when what a statement refers to is not there, or what it deletes is still referred to. */
export function isForeignKeyViolation(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: unknown }).code === '23503';
}
