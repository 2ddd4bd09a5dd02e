import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config.js';
import { ApiError } from '../errors/api-error.js';
import { TokenBucket } from '../limits/token-bucket.js';
import { SETTINGS } from '../settings.js';

const WINDOW_MS = 15 * 60_000;

/** Bounds guessing: failed sign-ins are counted by e-mail address and, more loosely, by network address. */
@Injectable()
export class SignInAttempts {
  private readonly byEmail: TokenBucket;
  private readonly byAddress: TokenBucket;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.byEmail = new TokenBucket(settings.SLUICE_SIGN_IN_ATTEMPTS, WINDOW_MS);
    this.byAddress = new TokenBucket(settings.SLUICE_SIGN_IN_ATTEMPTS * 5, WINDOW_MS);
  }

  /** @throws ApiError RATE_LIMITED, before a password is looked at. */
  check(email: string, address: string): void {
    const retryAfter = Math.max(this.byEmail.waitFor(keyOf(email)), this.byAddress.waitFor(address));
    if (retryAfter > 0)
      throw new ApiError('RATE_LIMITED', 'Too many failed sign-ins. Try again later.', { retryAfter });
  }

  failed(email: string, address: string): void {
    this.byEmail.take(keyOf(email));
    this.byAddress.take(address);
  }

  succeeded(email: string): void {
    this.byEmail.reset(keyOf(email));
  }
}

function keyOf(email: string): string {
  return email.trim().toLowerCase();
}
