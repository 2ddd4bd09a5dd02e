import type { Request } from 'express';

/** Who a request or socket acts for. Services take it as their first argument and deny without it. */
export interface Viewer {
  readonly id: string;
  readonly email: string;
  readonly role: 'admin' | 'member';
  /** When the token ends; sockets are closed then. */
  readonly until: Date;
}

/** Set by the authentication middleware; null for a request without a usable token. */
export interface ViewerRequest extends Request {
  viewer?: Viewer | null;
}
