import type { Product } from '../../apps/local/src/product.mjs';

/** Seconds from the command to a product that takes work, with everything installed and built. */
export interface StartupTimes {
  readonly newData: number;
  readonly secondStart: number;
}

/** Measures a start on new data and one on the data of the first; hands on the running product. */
export async function measureStartup(
  start: () => Promise<Product>,
): Promise<{ readonly times: StartupTimes; readonly product: Product }> {
  const first = await timed(start);
  await first.product.stop();
  const second = await timed(start);
  return { times: { newData: first.seconds, secondStart: second.seconds }, product: second.product };
}

async function timed(start: () => Promise<Product>): Promise<{ seconds: number; product: Product }> {
  const startedAt = performance.now();
  const product = await start();
  return { seconds: (performance.now() - startedAt) / 1000, product };
}
