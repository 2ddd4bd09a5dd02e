import { Field, ObjectType } from '@nestjs/graphql';
import { UserModel } from '../users/user.model.js';

@ObjectType('AuthPayload')
export class AuthPayload {
  @Field(() => String, { description: 'Sent as `Authorization: Bearer <token>`; lasts 15 minutes.' })
  accessToken!: string;

  @Field(() => String, { description: 'Good for one `refreshSession`, which gives the next one.' })
  refreshToken!: string;

  @Field(() => Date, { description: 'When the access token ends.' })
  expiresAt!: Date;

  @Field(() => UserModel)
  user!: UserModel;
}
