import type { ValidationError } from '@nestjs/common';
import { ApiError } from './api-error.js';

/** The first thing wrong with an input, with its place: `/filter/search`. */
export function toBadInput(errors: readonly ValidationError[]): ApiError {
  const [first] = errors;
  const place: string[] = [];
  let error = first;
  while (error) {
    place.push(error.property);
    const messages = Object.values(error.constraints ?? {});
    if (messages.length > 0)
      return new ApiError('BAD_INPUT', `${messages.join('; ')}.`, { path: `/${place.join('/')}` });
    error = error.children?.[0];
  }
  return new ApiError('BAD_INPUT', 'The input cannot be used.');
}
