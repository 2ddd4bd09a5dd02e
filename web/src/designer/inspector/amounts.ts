import type { Json, JsonObject } from '#definition';

/** The number at a path of a value, or null when there is none. */
export function amountAt(value: Json | undefined, path: readonly string[]): number | null {
  const found = path.reduce<Json | undefined>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? (inner as JsonObject)[name]
        : undefined,
    value,
  );
  return typeof found === 'number' ? found : null;
}

/** A value that holds a number at a path, and nothing else. */
export function withAmount(path: readonly string[], amount: number): Json {
  return path.reduceRight<Json>((inner, name) => ({ [name]: inner }), amount);
}
