import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GqlContextType } from '@nestjs/graphql';
import type { RequestContext } from '../graphql/request-context.js';
import type { Viewer, ViewerRequest } from './viewer.js';

/** The viewer of a resolver call, over HTTP or a socket, or of a REST request. */
export function viewerOf(context: ExecutionContext): Viewer | null {
  if (context.getType<GqlContextType>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<RequestContext>().viewer;
  }
  return context.switchToHttp().getRequest<ViewerRequest>().viewer ?? null;
}
