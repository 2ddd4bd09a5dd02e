/** Something a model reads in a call together with others. */
export interface Batchable {
  readonly tokens: number;
}

export interface BatchBounds {
  readonly items: number;
  /** An item that has more alone goes alone. */
  readonly tokens: number;
}

/** Cuts a list into batches, in order, none above the bounds. */
export function batchesOf<Item extends Batchable>(items: readonly Item[], bounds: BatchBounds): Item[][] {
  const batches: Item[][] = [];
  let batch: Item[] = [];
  let tokens = 0;
  for (const item of items) {
    if (batch.length > 0 && (batch.length === bounds.items || tokens + item.tokens > bounds.tokens)) {
      batches.push(batch);
      batch = [];
      tokens = 0;
    }
    batch.push(item);
    tokens += item.tokens;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
