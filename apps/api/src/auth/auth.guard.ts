import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiError } from '../errors/api-error.js';
import { IS_PUBLIC } from './public.decorator.js';
import { viewerOf } from './viewer-of.js';

/** Deny by default: every resolver and route needs a viewer unless it says `@Public()`. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (isPublic || viewerOf(context)) return true;
    throw new ApiError('UNAUTHENTICATED', 'Sign in, or send a valid access token.');
  }
}
