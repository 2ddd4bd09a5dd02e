import type { Viewer, ViewerRequest } from '../auth/viewer.js';
import type { RequestLoaders } from './request-loaders.js';

/** What every resolver call gets, over HTTP and over a socket. */
export interface RequestContext {
  readonly viewer: Viewer | null;
  readonly loaders: RequestLoaders;
  /** Only over HTTP. */
  readonly req?: ViewerRequest;
}
