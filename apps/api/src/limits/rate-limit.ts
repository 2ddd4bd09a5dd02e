import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, RequestHandler, Response } from 'express';
import type { ViewerRequest } from '../auth/viewer.js';
import type { Settings } from '../config.js';
import { ApiError } from '../errors/api-error.js';
import { SETTINGS } from '../settings.js';
import { TokenBucket } from './token-bucket.js';

const MINUTE = 60_000;

/** Requests per minute of a user, or of an address when nobody is signed in. */
@Injectable()
export class RequestRates {
  private readonly users: TokenBucket;
  private readonly addresses: TokenBucket;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.users = new TokenBucket(settings.SLUICE_REQUESTS_PER_MINUTE, MINUTE);
    this.addresses = new TokenBucket(settings.SLUICE_ANONYMOUS_REQUESTS_PER_MINUTE, MINUTE);
  }

  /** @throws ApiError RATE_LIMITED with the seconds to wait. */
  take(userId: string | null, address: string): void {
    const retryAfter = userId === null ? this.addresses.take(address) : this.users.take(userId);
    if (retryAfter > 0)
      throw new ApiError('RATE_LIMITED', 'Too many requests. Try again later.', { retryAfter });
  }
}

export function limitRate(rates: RequestRates): RequestHandler {
  return (request: ViewerRequest, _response: Response, next: NextFunction) => {
    rates.take(request.viewer?.id ?? null, request.ip ?? '');
    next();
  };
}
