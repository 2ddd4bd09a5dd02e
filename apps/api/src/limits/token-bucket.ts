/** Keys kept at most; beyond that the one unused for longest is forgotten. */
const MAXIMUM_KEYS = 50_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Lets `capacity` through at once and refills evenly over `windowMs`. One per process. */
export class TokenBucket {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly capacity: number,
    private readonly windowMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes one; gives the seconds to wait when there is none left, else 0. */
  take(key: string): number {
    const bucket = this.refilled(key);
    if (bucket.tokens >= 1) {
      bucket.tokens -= 1;
      return 0;
    }
    return this.wait(bucket);
  }

  /** Seconds until one can be taken, without taking it. */
  waitFor(key: string): number {
    const bucket = this.refilled(key);
    return bucket.tokens >= 1 ? 0 : this.wait(bucket);
  }

  reset(key: string): void {
    this.buckets.delete(key);
  }

  private wait(bucket: Bucket): number {
    return Math.ceil(((1 - bucket.tokens) * this.windowMs) / this.capacity / 1000);
  }

  private refilled(key: string): Bucket {
    const at = this.now();
    const before = this.buckets.get(key) ?? { tokens: this.capacity, at };
    const gained = ((at - before.at) * this.capacity) / this.windowMs;
    const bucket = { tokens: Math.min(this.capacity, before.tokens + gained), at };
    this.buckets.delete(key);
    this.buckets.set(key, bucket);
    const oldest = this.buckets.keys().next();
    if (this.buckets.size > MAXIMUM_KEYS && !oldest.done) this.buckets.delete(oldest.value);
    return bucket;
  }
}
