import { SetMetadata } from '@nestjs/common';

export const IS_PUBLIC = 'sluice:public';

/** Opens one resolver or route to everybody. All others need a signed-in user. */
export const Public = () => SetMetadata(IS_PUBLIC, true);
