/** Regroups what a stream happens to give into parts of one size, the last one shorter. Holds one part at a time. */
export async function* contentParts(
  content: AsyncIterable<Uint8Array>,
  partBytes: number,
): AsyncGenerator<Buffer> {
  let part = Buffer.allocUnsafe(partBytes);
  let filled = 0;
  for await (const given of content) {
    for (let from = 0; from < given.length;) {
      const taken = Math.min(partBytes - filled, given.length - from);
      part.set(given.subarray(from, from + taken), filled);
      filled += taken;
      from += taken;
      if (filled === partBytes) {
        yield part;
        part = Buffer.allocUnsafe(partBytes);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}
