import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { viewerOf } from './viewer-of.js';

/** The signed-in user, as a parameter; the guard has already refused anybody else. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext) =>
  viewerOf(context),
);
