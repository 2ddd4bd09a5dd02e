import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** A name people read: 1 to 200 characters, no control characters or halves of characters, not blank. */
export function IsName(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Length(1, 200),
    Matches(/^[^\p{Cc}\p{Cs}]*[^\p{Cc}\p{Cs}\s][^\p{Cc}\p{Cs}]*$/u, {
      message: '$property may not be blank or hold control characters',
    }),
  );
}
