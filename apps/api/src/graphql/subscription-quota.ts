import { ApiError } from '../errors/api-error.js';

/** Counts the live operations of each user over all their sockets to this process. */
export class SubscriptionQuota {
  private readonly held = new Map<string, Set<string>>();

  constructor(private readonly maximum: number) {}

  /** @throws ApiError RATE_LIMITED when the user has as many as allowed. */
  acquire(userId: string, operation: string): void {
    const operations = this.held.get(userId) ?? new Set();
    if (operations.size >= this.maximum) {
      throw new ApiError('RATE_LIMITED', `At most ${this.maximum} live subscriptions at a time.`, {
        retryAfter: 5,
      });
    }
    this.held.set(userId, operations.add(operation));
  }

  release(userId: string, operation: string): void {
    const operations = this.held.get(userId);
    operations?.delete(operation);
    if (operations?.size === 0) this.held.delete(userId);
  }

  /** Releases all operations whose name starts with the given prefix: those of a closed socket. */
  releaseAll(userId: string, prefix: string): void {
    for (const operation of [...(this.held.get(userId) ?? [])]) {
      if (operation.startsWith(prefix)) this.release(userId, operation);
    }
  }
}
