import type { Graph } from './graph.js';
import { ancestors, sourcesOf } from './graph.js';
import { topologicalOrder } from './topological-order.js';

/** Which steps come before which, worked out once for all: a row of bits for each step. */
export class Ancestry {
  private readonly words: number;
  private rows: Uint32Array | null = null;
  /** Steps in or behind a circle, each with those before it once somebody asks. */
  private readonly circular = new Map<number, Uint8Array | null>();

  constructor(private readonly graph: Graph) {
    this.words = Math.ceil(graph.incoming.length / 32);
  }

  comesBefore(other: number, step: number): boolean {
    const rows = (this.rows ??= this.filled());
    if (this.circular.has(step)) return this.inCircle(step)[other] === 1;
    return ((rows[step * this.words + (other >> 5)] as number) & (1 << (other & 31))) !== 0;
  }

  private inCircle(step: number): Uint8Array {
    const before = this.circular.get(step) ?? ancestors(this.graph, step);
    this.circular.set(step, before);
    return before;
  }

  private filled(): Uint32Array {
    const { words, graph } = this;
    const rows = new Uint32Array(words * graph.incoming.length);
    const { order, rest } = topologicalOrder(graph);
    for (const step of order) {
      const at = step * words;
      for (const source of sourcesOf(graph, step)) {
        const from = source * words;
        for (let word = 0; word < words; word += 1) {
          rows[at + word] = (rows[at + word] as number) | (rows[from + word] as number);
        }
        rows[at + (source >> 5)] = (rows[at + (source >> 5)] as number) | (1 << (source & 31));
      }
    }
    for (const step of rest) this.circular.set(step, null);
    return rows;
  }
}
