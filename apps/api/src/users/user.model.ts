import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export enum Role {
  ADMIN = 'admin',
  MEMBER = 'member',
}
registerEnumType(Role, { name: 'Role' });

@ObjectType('User')
export class UserModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => Role)
  role!: Role;

  @Field(() => Date)
  createdAt!: Date;
}
