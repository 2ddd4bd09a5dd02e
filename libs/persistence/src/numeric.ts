import type { ValueTransformer } from 'typeorm';

/** `bigint` columns that stay below 2^53 (token counts, byte counts) read as numbers; the driver gives text. */
export const bigintAsNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
