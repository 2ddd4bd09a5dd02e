import { applyDecorators } from '@nestjs/common';
import { IsString, Length, ValidateBy } from 'class-validator';
import { isSettableHeader } from '#documents';

/** A header that a request may carry, other than those that the client writes itself. */
export function IsHeaderName(): PropertyDecorator {
  return applyDecorators(
    IsString(),
    Length(1, 200),
    ValidateBy({
      name: 'isHeaderName',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isSettableHeader(value),
        defaultMessage: () => '$property has to be the name of a header that may be set',
      },
    }),
  );
}
